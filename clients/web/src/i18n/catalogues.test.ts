import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ar } from './ar.ts';
import { arPolicy } from './arPolicy.ts';
import { en, type MessageKey } from './en.ts';
import { format } from './format.ts';

const keys = Object.keys(en) as MessageKey[];
/** The values a message asks for. */
function valuesIn(message: string): readonly string[] {
  const asked = new Set<string>();
  const anything = new Proxy({}, { get: (_, name) => (asked.add(String(name)), 3) });
  format(message, anything, 'en');
  return [...asked].sort();
}

const given = { n: 3, i: 1, seconds: 2, status: 'closed', version: 1 };

describe('the catalogues', () => {
  it.each(keys)('name the same values in both languages: %s', (key) => {
    expect(valuesIn(ar[key])).toEqual(valuesIn(en[key]));
  });

  it('never call a humanitarian movement approved, denied, cleared or authorised', () => {
    const words = /\b(approv|den(y|ied|ies)|clear(ed|ance)?\b|authori[sz])/i;

    expect(keys.filter((key) => words.test(en[key]))).toEqual([]);
  });

  it('leave no brace on screen', () => {
    for (const key of keys) {
      const values = { ...Object.fromEntries(valuesIn(en[key]).map((name) => [name, 'x'])), ...given };

      expect(format(en[key], values, 'en'), key).not.toMatch(/[{}]/);
      expect(format(ar[key], values, 'ar'), key).not.toMatch(/[{}]/);
    }
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
