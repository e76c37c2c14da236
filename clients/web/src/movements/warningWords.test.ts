import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arMovements } from '../i18n/arMovements.ts';
import { en } from '../i18n/en.ts';
import { enMovements } from '../i18n/enMovements.ts';
import { knownLate, knownUntold, knownWarnings, stopOf, warningWords } from './warningWords.ts';

const services = join(import.meta.dirname, '../../../../services');
const domain = join(services, 'movements/ContactGroup.Movements/Domain');

describe('a warning about a position', () => {
  it('has words for every sentence that the service says, and for no other', () => {
    const source = readFileSync(join(domain, 'Movements/Warnings.cs'), 'utf8');
    const said = [...source.matchAll(/"([A-Z][^"]+\.)"/g)].map(([, sentence]) => sentence);

    expect(Object.keys(knownWarnings).sort()).toEqual(said.sort());
  });

  it('has words for who is named and not told', () => {
    const source = readFileSync(join(domain, 'Untold.cs'), 'utf8');
    const said = [...source.matchAll(/\$"\{recipient\}( [^"]+\.)"/g)].map(([, ending]) => ending);

    expect(Object.keys(knownUntold).sort()).toEqual(said.sort());
    expect(warningWords({ field: 'recipients[0]', text: `police${said[0] ?? ''}` })).toMatch(/^.Police. is not/);
  });

  it('has words for who is told late', () => {
    const source = readFileSync(join(domain, 'Movements/LatePerParty.cs'), 'utf8');
    const said = [...source.matchAll(/\$"\{party\}( [^"]+\.)"/g)].map(([, ending]) => ending);

    expect(Object.keys(knownLate)).toEqual(said);
    expect(warningWords({ field: 'recipients', text: `police${said[0] ?? ''}` })).toMatch(/^.Police. is told later/);
  });

  it('keeps a sentence of a later server', () => {
    expect(warningWords({ field: 'route[0]', text: 'Something else.' })).toBe('Something else.');
  });

  it('names the stop as people count', () => {
    expect(stopOf({ field: 'route[1]', text: '' })).toBe(2);
    expect(stopOf({ field: 'vehicles[1]', text: '' })).toBeUndefined();
  });
});

describe('where a notification stands with a recipient', () => {
  const { codes } = JSON.parse(readFileSync(join(services, 'policies/code-lists/dispatch-state.json'), 'utf8')) as {
    codes: { code: string; en: string; ar: string }[];
  };
  /** Known of a version and said beside its line, in the words of who was given what. */
  const beside = ['DELIVERED', 'OPENED'];

  it('is said in the words of the code list', () => {
    const lines = codes.filter(({ code }) => !beside.includes(code));
    const words = (catalogue: Readonly<Record<string, string>>) =>
      lines.map(({ code }) => catalogue[`dispatch.${code}`]);

    expect(words(enMovements)).toEqual(lines.map((line) => line.en));
    expect(words(arMovements)).toEqual(lines.map((line) => line.ar));
  });

  it('has words for what is known before anybody answers', () => {
    const named = codes.filter(({ code }) => beside.includes(code)).map((line) => line.en);

    expect(named).toEqual([en['exposure.delivered'], en['exposure.opened']]);
  });
});

describe('what a notification is', () => {
  it('is said on the page in the words of the notice that goes with every view', () => {
    const list = JSON.parse(readFileSync(join(services, 'policies/code-lists/notice.json'), 'utf8')) as {
      codes: { en: string; ar: string }[];
    };

    expect(list.codes.map(({ en, ar }) => [en, ar])).toEqual([
      [enMovements['movement.law'].replace('\u2019', "'"), arMovements['movement.law']],
    ]);
  });
});
