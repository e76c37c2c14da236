import { describe, expect, it } from 'vitest';
import type { Entry } from '../api/items.ts';
import { step } from './position.ts';

const at = (seen: number) => ({ stream: 's', cursor: 'c', seen });
const entry = (seq: number): Entry => ({
  stream: 's',
  seq,
  prevSeq: seq - 1,
  op: 'put',
  item: `i${String(seq)}`,
  at: '',
});

describe('step', () => {
  it('takes the entries that follow', () => {
    const result = step(at(2), [entry(3), entry(4)]);

    expect(result.take.map((e) => e.seq)).toEqual([3, 4]);
    expect(result.position.seen).toBe(4);
    expect(result.gap).toBe(false);
  });

  it('drops what it has already', () => {
    const result = step(at(4), [entry(3), entry(4), entry(5), entry(5)]);

    expect(result.take.map((e) => e.seq)).toEqual([5]);
  });

  it('stops at a gap and asks for what is missing', () => {
    const result = step(at(2), [entry(3), entry(6)]);

    expect(result.take.map((e) => e.seq)).toEqual([3]);
    expect(result.gap).toBe(true);
    expect(result.position.seen).toBe(3);
  });

  it('puts a batch in order', () => {
    expect(step(at(0), [entry(2), entry(1)]).take.map((e) => e.seq)).toEqual([1, 2]);
  });
});
