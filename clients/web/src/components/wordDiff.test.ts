import { describe, expect, it } from 'vitest';
import { wordDiff } from './wordDiff.ts';

describe('the difference of two texts', () => {
  it('is what was taken out and put in', () => {
    expect(wordDiff('Road closed near the bridge, says Idris.', 'Road closed near the bridge.')).toEqual([
      { kind: 'same', text: 'Road closed near the ' },
      { kind: 'removed', text: 'bridge, says Idris.' },
      { kind: 'added', text: 'bridge.' },
    ]);
  });

  it('is nothing for the same text', () => {
    expect(wordDiff('Road closed.', 'Road closed.')).toEqual([{ kind: 'same', text: 'Road closed.' }]);
  });

  it('gives back both texts, whatever they are', () => {
    const [before, after] = ['one two three four', 'two  four five'];
    const parts = wordDiff(before, after);
    const without = (kind: string) =>
      parts
        .filter((part) => part.kind !== kind)
        .map((part) => part.text)
        .join('');

    expect(without('removed')).toBe(after);
    expect(without('added').replace(/\s+/g, ' ').trim()).toBe(before.replace(/\s+/g, ' '));
  });

  it('stays small for long texts', () => {
    const long = 'word '.repeat(5000);

    expect(wordDiff(long, `${long}more`)).toHaveLength(2);
  });
});
