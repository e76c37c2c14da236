/** A row of a table as it was written. */
export interface CsvRow {
  /** Line of the file on which it begins, from one. */
  readonly line: number;
  readonly cells: readonly string[];
  /** What keeps it from being read: a quote that is never closed, or one inside of a cell that is not in quotes. */
  readonly broken?: 'open' | 'stray';
}

const separators = [',', ';', '\t'];

/** Reads a table: quotes as in RFC 4180; commas, semicolons or tabs, whichever the first line has most of. */
export function readCsv(text: string): readonly CsvRow[] {
  const whole = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const separator = separatorOf(whole);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let wasQuoted = false;
  let broken: CsvRow['broken'];
  let line = 1;
  let began = 1;

  const endCell = () => {
    cells.push(cell);
    cell = '';
    wasQuoted = false;
  };
  const endRow = () => {
    endCell();
    rows.push({ line: began, cells, ...(broken === undefined ? {} : { broken }) });
    cells = [];
    broken = undefined;
  };

  for (let at = 0; at < whole.length; at += 1) {
    const character = whole[at] ?? '';
    if (character === '\n') line += 1;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (whole[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"') {
      if (cell === '' && !wasQuoted) quoted = wasQuoted = true;
      else broken = 'stray';
    } else if (character === separator) endCell();
    else if (character === '\n' || (character === '\r' && whole[at + 1] !== '\n')) {
      endRow();
      began = line;
    } else if (character !== '\r') {
      if (wasQuoted) broken = 'stray';
      cell += character;
    }
  }
  if (quoted) broken = 'open';
  if (cell !== '' || cells.length > 0 || quoted) endRow();
  return rows;
}

function separatorOf(text: string): string {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const countOf = (separator: string) => first.split(separator).length;
  return separators.reduce((best, each) => (countOf(each) > countOf(best) ? each : best));
}
