import type { Entry } from '../api/items.ts';

/** How far this browser has read one stream. */
export interface Position {
  readonly stream: string;
  /** The last cursor the server gave for this stream; stands at or before `seen`. */
  readonly cursor: string;
  /** Highest sequence applied. */
  readonly seen: number;
}

export interface Step {
  /** Entries to apply, in order, each once. */
  readonly take: readonly Entry[];
  readonly position: Position;
  /** True when entries are missing between what is held and what came: they must be fetched. */
  readonly gap: boolean;
}

/** Decides what of a batch is new. Repeats are dropped by sequence; a jump stops the batch, because order is part of what is shown. */
export function step(position: Position, batch: readonly Entry[]): Step {
  const take: Entry[] = [];
  let seen = position.seen;
  for (const entry of [...batch].sort((a, b) => a.seq - b.seq)) {
    if (entry.seq <= seen) continue;
    if (entry.prevSeq !== seen) return { take, position: { ...position, seen }, gap: true };
    take.push(entry);
    seen = entry.seq;
  }
  return { take, position: { ...position, seen }, gap: false };
}
