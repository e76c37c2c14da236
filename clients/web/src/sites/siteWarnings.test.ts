import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { knownWarnings, warningWords } from '../movements/warningWords.ts';
import { knownNotices } from './siteWarnings.ts';

const domain = join(import.meta.dirname, '../../../../services/movements/ContactGroup.Movements/Domain');

const names = {
  'other.Reference': 'reference',
  'Metres(kilometres)': 'distance',
  'Distance(missed.MetresFrom(position))': 'distance',
  'missed.Name': 'area',
  'areas[^1].Name': 'area',
  'country.Name': 'country',
};

/** The sentences in a file of the service, with the names that this page gives to what they name. */
function sentencesIn(file: string): readonly string[] {
  const source = readFileSync(join(domain, file), 'utf8');
  const said = [...source.matchAll(/"([A-Z{][^"]+\.)"/g)].map(([, sentence = '']) => sentence);
  return said.map((sentence) =>
    Object.entries(names).reduce((words, [there, here]) => words.replace(`{${there}}`, `{${here}}`), sentence),
  );
}

it('has words for every sentence that the service says of a site or an advisory, and for no other', () => {
  const said = [
    ...sentencesIn('Sites/SiteWarnings.cs'),
    ...sentencesIn('Lookalikes.cs'),
    ...sentencesIn('Movements/Trips.cs'),
    ...sentencesIn('Areas/StatedArea.cs'),
    ...sentencesIn('Untold.cs').filter((sentence) => !sentence.startsWith('{recipient}')),
  ].filter((sentence) => !(sentence in knownWarnings));

  expect(Object.keys(knownNotices).sort()).toEqual([...new Set(said)].sort());
});

it('keeps what a sentence names', () => {
  const text = 'HNS-7K3M of your organisation is 85 m away. If it is the same site, amend that one, or remove it.';

  expect(warningWords({ field: 'position', text }).replace(/[\u2068\u2069]/g, '')).toBe(text);
});
