import type { Item } from '../api/items.ts';
import { isAnswered, ownLine } from './dispatch.ts';
import { isOver } from './states.ts';

/** Where a movement stands on the board of a liaison, in the order in which they come. */
export const standings = ['open', 'asked', 'acknowledged', 'over'] as const;
export type Standing = (typeof standings)[number];

/** By the receipt of the reader's own force for the version that it reads. A movement without a line of its own asks for no receipt. */
export function standingOf({ fields }: Pick<Item, 'fields'>): Standing {
  if (isOver(fields)) return 'over';
  const line = ownLine(fields);
  if (line === undefined) return 'acknowledged';
  if (!isAnswered(line, fields)) return 'open';
  return line.state === 'QUERIED' ? 'asked' : 'acknowledged';
}
