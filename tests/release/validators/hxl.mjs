// HXL: csv-parse reads the table. No parser of HXL is on npm, so the rules of its tags are asked for here: the hashtags of the standard 1.1 and the form of a tag,
// and that a date is a date and a number a number.
import { parse } from 'csv-parse/sync';
import { answer, Fault } from './answer.mjs';

const Hashtags = new Set(
  (
    'access activity adm1 adm2 adm3 adm4 adm5 affected beneficiary capacity cause channel contact country crisis currency date description event frequency geo group ' +
    'impact inneed indicator item loc meta modality need operations org output population reached region respondee sector service severity status subsector targeted value'
  ).split(' '),
);
const Tag = /^#([a-z][a-z0-9_]*)(\+[a-z][a-z0-9_]*)*$/;
const Day = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?$/;
const isNumeric = (tag) => /^#(affected|population|inneed|targeted|reached|value)\b|^#geo\+(lat|lon)\b/.test(tag);

function judgeCell(tag, cell) {
  if (tag.startsWith('#date') && (!Day.test(cell) || Number.isNaN(Date.parse(cell)))) {
    throw new Fault(`no date under ${tag}: ${cell}`);
  }

  if (isNumeric(tag) && !Number.isFinite(Number(cell))) {
    throw new Fault(`no number under ${tag}: ${cell}`);
  }
}

await answer((text) => {
  const [headers, tags, ...rows] = parse(text, { bom: true, record_delimiter: '\r\n' });
  for (const tag of tags ?? []) {
    if (!Hashtags.has(Tag.exec(tag)?.[1])) {
      throw new Fault(`not a hashtag of HXL 1.1: ${tag}`);
    }
  }

  if (!tags || new Set(tags).size !== tags.length) {
    throw new Fault('a row of tags, each once, is demanded under the headers');
  }

  const read = rows.map((row) => Object.fromEntries(row.map((cell, at) => [tags[at], cell])));
  read.flatMap(Object.entries).forEach(([tag, cell]) => cell && judgeCell(tag, cell));
  return { headers, rows: read };
});
