import type { Item } from '../api/items.ts';
import type { Explanation } from '../api/release.ts';
import { AskWidening } from './AskWidening.tsx';
import { TestAs } from './TestAs.tsx';

interface BeyondHoldersProps {
  readonly item: Item;
  readonly others: NonNullable<Explanation['others']>;
  readonly onAsked: () => void;
}

/** What a coordinator asks of an item beyond who holds it: what others would get, and whether it may go to them. */
export function BeyondHolders({ item, others, onAsked }: BeyondHoldersProps) {
  return (
    <>
      <TestAs item={item} audiences={others.map((other) => other.audience)} />
      <AskWidening
        item={item}
        audiences={others.filter((other) => other.state === 'withheld').map((other) => other.audience)}
        onAsked={onAsked}
      />
    </>
  );
}
