// Reads the reports that tests/classification/mutate keeps.
//   node score.mjs survivors ENGINE REPORTS    options for a run of nothing but the mistakes that no test noticed, one argument a line
//   node score.mjs table ENGINE REPORTS        the numbers by file and every survivor; exit code 1 under 95 %
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const Target = 95;
const Found = ['Killed', 'Timeout'];
const Missed = ['Survived', 'NoCoverage'];

const [command, engine, reports] = process.argv.slice(2);
const sources = new Map(
  readdirSync(engine, { recursive: true })
    .filter((name) => name.endsWith('.cs') && !/(^|\/)(bin|obj)\//.test(name))
    .sort()
    .map((name) => [name, readFileSync(join(engine, name), 'utf8').replace(/^\uFEFF/, '')]),
);

// Mistakes that were run. One that does not compile or that a filter left out is not among them, nor is one in a file that has changed since.
const read = (report) =>
  Object.entries(JSON.parse(readFileSync(report, 'utf8')).files).flatMap(([path, { source, mutants }]) => {
    const file = path.split('ContactGroup.Classification/').at(-1);
    return sources.get(file) !== source.replace(/^\uFEFF/, '')
      ? []
      : mutants
          .filter(({ status }) => Found.includes(status) || Missed.includes(status))
          .map(({ mutatorName, replacement, location, status }) => ({ file, mutatorName, replacement, location, status }));
  });

// Found by one run is found: runs differ in which tests they take.
const mistakes = new Map();
for (const name of readdirSync(reports).filter((name) => name.endsWith('.json'))) {
  for (const mistake of read(join(reports, name))) {
    const key = JSON.stringify([mistake.file, mistake.mutatorName, mistake.replacement, mistake.location]);
    if (!mistakes.has(key) || Found.includes(mistake.status)) {
      mistakes.set(key, mistake);
    }
  }
}

const all = [...mistakes.values()];
const survivors = all.filter(({ status }) => Missed.includes(status));

const span = ({ file, location }) =>
  [location.start, location.end].map(({ line, column }) => sources.get(file).split('\n').slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1);

const row = (name, some) => {
  const found = some.filter(({ status }) => Found.includes(status)).length;
  const late = some.filter(({ status }) => status === 'Timeout').length;
  console.log(`| ${name} | ${some.length} | ${found} | ${late} | ${some.length - found} | ${((100 * found) / some.length).toFixed(1)} % |`);
};

if (command === 'survivors') {
  for (const option of new Set(survivors.map((mistake) => `**/${mistake.file}{${span(mistake).join('..')}}`))) {
    console.log(`--mutate\n${option}`);
  }
} else {
  console.log('| file | mistakes | found | of them by time limit | survived | score |\n|---|---|---|---|---|---|');
  for (const file of sources.keys()) {
    const some = all.filter((mistake) => mistake.file === file);
    if (some.length > 0) {
      row(`\`${file}\``, some);
    }
  }

  row('all', all);
  for (const mistake of survivors) {
    const text = sources.get(mistake.file).slice(...span(mistake)).replace(/\s+/g, ' ');
    console.log(`${mistake.file}:${mistake.location.start.line}: ${mistake.mutatorName}: ${text} => ${mistake.replacement.replace(/\s+/g, ' ')}`);
  }

  process.exitCode = 100 * (all.length - survivors.length) >= Target * all.length ? 0 : 1;
}
