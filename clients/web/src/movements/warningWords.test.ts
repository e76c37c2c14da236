import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownWarnings, stopOf, warningWords } from './warningWords.ts';

describe('a warning about a position', () => {
  it('has words for every sentence that the service says, and for no other', () => {
    const file = join(import.meta.dirname, '../../../../services/movements/ContactGroup.Movements/Domain/Warnings.cs');
    const source = readFileSync(file, 'utf8');
    const said = [...source.matchAll(/"([A-Z][^"]+\.)"/g)].map(([, sentence]) => sentence);

    expect(Object.keys(knownWarnings).sort()).toEqual(said.sort());
  });

  it('keeps a sentence of a later server', () => {
    expect(warningWords({ field: 'route[0]', text: 'Something else.' })).toBe('Something else.');
  });

  it('names the stop as people count', () => {
    expect(stopOf({ field: 'route[1]', text: '' })).toBe(2);
    expect(stopOf({ field: 'vehicles[1]', text: '' })).toBeUndefined();
  });
});
