// Fails on physical directions and sizes in style sheets: a page that is written once must read from either side.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', 'src', 'styles');

const physical = [
  [
    /(?<![-\w])(margin|padding|border)-(left|right|top|bottom)\b/,
    'use -inline-start, -inline-end, -block-start or -block-end',
  ],
  [
    /(?<![-\w])(left|right|top|bottom)\s*:/,
    'use inset-inline-start, inset-inline-end, inset-block-start or inset-block-end',
  ],
  [/(?<![-\w])(min-|max-)?(width|height)\s*:(?![^(]*\)\s*[{,]?)/, 'use inline-size or block-size'],
  [/(text-align|float|clear)\s*:\s*(left|right)\b/, 'use start or end'],
  [/border-(top|bottom)-(left|right)-radius/, 'use border-start-start-radius and its kin'],
  [/(?<![-\w])(margin|padding|inset)\s*:\s*\S+\s+\S+\s+\S+\s+[^;\s]+/, 'four values are physical: name the sides'],
  [/(?<![-\w])letter-spacing\s*:|(?<![-\w])text-transform\s*:\s*uppercase|font-style\s*:\s*italic/, 'breaks Arabic'],
  [/url\(\s*['"]?(https?:)?\/\//, 'nothing comes from another origin'],
];

/** The faults of one style sheet, as sentences. */
export function faultsOf(name, text) {
  const faults = [];
  text.split('\n').forEach((line, index) => {
    if (/^\s*(@media|@container|\/?\*)/.test(line)) return; // a query has no logical form
    for (const [pattern, remedy] of physical) {
      if (pattern.test(line)) faults.push(`${name}:${index + 1}: ${line.trim()} (${remedy})`);
    }
  });
  return faults;
}

if (process.argv[1] === import.meta.filename) {
  const faults = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) => faultsOf(name, readFileSync(join(folder, name), 'utf8')));
  faults.forEach((fault) => console.error(fault));
  process.exit(faults.length === 0 ? 0 : 1);
}
