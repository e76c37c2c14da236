import { describe, expect, it } from 'vitest';
import { CommandKey, newKey } from './keys.ts';

describe('CommandKey', () => {
  it('keeps the key when the same command is tried again', () => {
    const key = new CommandKey();

    expect(key.for({ text: 'a' })).toBe(key.for({ text: 'a' }));
  });

  it('changes the key when the words change', () => {
    const key = new CommandKey();

    expect(key.for({ text: 'a' })).not.toBe(key.for({ text: 'b' }));
  });

  it('changes the key after success, even for the same words', () => {
    const key = new CommandKey();
    const first = key.for({ text: 'a' });

    key.done();

    expect(key.for({ text: 'a' })).not.toBe(first);
  });

  it('is random and fits the header', () => {
    expect(newKey()).toMatch(/^[0-9a-z]{26}$/);
    expect(newKey()).not.toBe(newKey());
  });
});
