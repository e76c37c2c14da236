import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arConvening } from '../convening/arConvening.ts';
import { enConvening } from '../convening/enConvening.ts';
import { arExports } from '../exports/arExports.ts';
import { enExports } from '../exports/enExports.ts';
import { arImports } from '../imports/arImports.ts';
import { enImports } from '../imports/enImports.ts';
import { arForm } from '../movements/arForm.ts';
import { enForm } from '../movements/enForm.ts';
import { arTyped } from '../notices/arTyped.ts';
import { enTyped } from '../notices/enTyped.ts';
import { arVersions } from '../versions/arVersions.ts';
import { enVersions } from '../versions/enVersions.ts';
import { ar } from './ar.ts';
import { arPolicy } from './arPolicy.ts';
import { en, type MessageKey } from './en.ts';
import { format } from './format.ts';

/** Words that come on demand with their part. */
const parts: readonly (readonly [Readonly<Record<string, string>>, Readonly<Record<string, string>>])[] = [
  [enConvening, arConvening],
  [enExports, arExports],
  [enImports, arImports],
  [enForm, arForm],
  [enTyped, arTyped],
  [enVersions, arVersions],
];
const onDemand = parts.flatMap(([english, arabic]) =>
  Object.entries(english).map(([key, words]) => [key, words, arabic[key] ?? ''] as const),
);
const keys = Object.keys(en) as MessageKey[];
/** The values a message asks for. */
function valuesIn(message: string): readonly string[] {
  const asked = new Set<string>();
  const anything = new Proxy({}, { get: (_, name) => (asked.add(String(name)), 3) });
  format(message, anything, 'en');
  return [...asked].sort();
}

const given = { n: 3, i: 1, seconds: 2, status: 'closed', version: 1 };

const permission = /\b(approv|den(y|ied|ies)|clear(ed|ance)?\b|authori[sz])/i;

describe('the catalogues', () => {
  it.each(keys)('name the same values in both languages: %s', (key) => {
    expect(valuesIn(ar[key])).toEqual(valuesIn(en[key]));
  });

  it('never call a humanitarian movement approved, denied, cleared or authorised', () => {
    expect(keys.filter((key) => permission.test(en[key]))).toEqual([]);
  });

  it('leave no brace on screen', () => {
    for (const key of keys) {
      const values = { ...Object.fromEntries(valuesIn(en[key]).map((name) => [name, 'x'])), ...given };

      expect(format(en[key], values, 'en'), key).not.toMatch(/[{}]/);
      expect(format(ar[key], values, 'ar'), key).not.toMatch(/[{}]/);
    }
  });

  it.each(onDemand)('keep the same rules for what comes on demand: %s', (_, english, arabic) => {
    const values = { ...Object.fromEntries(valuesIn(english).map((name) => [name, 'x'])), n: 3 };

    expect(valuesIn(arabic)).toEqual(valuesIn(english));
    expect(arabic).not.toBe(english);
    expect(english).not.toMatch(permission);
    expect(format(english, values, 'en')).not.toMatch(/[{}]/);
    expect(format(arabic, values, 'ar')).not.toMatch(/[{}]/);
  });

  it('have every sentence of the shipped policy in Arabic, and no other', () => {
    const file = join(import.meta.dirname, '../../../../services/policies/humanitarian-space.json');
    const policy = JSON.parse(readFileSync(file, 'utf8')) as Record<'grants' | 'withholdings', { sentence: string }[]>;
    const sentences = [...policy.grants, ...policy.withholdings].map((rule) => rule.sentence);

    expect(Object.keys(arPolicy).sort()).toEqual([...new Set(sentences)].sort());
  });

  it('are translated', () => {
    const same = keys.filter((key) => ar[key] === en[key]);

    expect(same).toEqual(['app.name']);
  });
});
