import type { Channel } from '../api/channels.ts';
import type { Item } from '../api/items.ts';
import { isOwnSide } from '../components/parties.ts';

/** Who an author lets an item go to. The choice only narrows what the rules give. */
export type ReleaseChoice =
  | { readonly kind: 'organisation' }
  | { readonly kind: 'side' }
  | { readonly kind: 'all' }
  /** The own side and these audiences or sides. */
  | { readonly kind: 'chosen'; readonly atoms: readonly string[] };

/** The release set of a choice. Always said in full, never left to a default of the server's. */
export function atomsOf(choice: ReleaseChoice): readonly string[] {
  switch (choice.kind) {
    case 'organisation':
      return ['own-organisation'];
    case 'side':
      return ['own-side'];
    case 'all':
      return ['all'];
    case 'chosen':
      return ['own-side', ...choice.atoms];
  }
}

/** The choice behind an item that exists, as far as its release states tell. */
export function choiceBehind(item: Item, own: string): ReleaseChoice {
  const reached = (item.releases ?? [])
    .filter((release) => release.state !== 'withheld')
    .map((release) => release.audience);
  const others = reached.filter((audience) => !isOwnSide(audience, own));
  if (others.length > 0) return { kind: 'chosen', atoms: others.map(atomFor) };
  return reached.length > 0 ? { kind: 'side' } : { kind: 'organisation' };
}

/**
 * The choice a composer starts with: the narrowest that makes sense. A desk and a notice exist to be read by the other side; elsewhere crossing is a
 * choice made each time, in a channel of a kind that only a later server knows, too.
 */
export function firstChoice(channel: Channel): ReleaseChoice {
  return channel.kind === 'desk' || channel.kind === 'notice' ? { kind: 'all' } : { kind: 'side' };
}

/** The atom that names an audience or a side, such as `side:humanitarian` or `audience:ingo`, in a release set. */
export function atomFor(target: string): string {
  return target === 'side:humanitarian' ? 'humanitarian' : target;
}
