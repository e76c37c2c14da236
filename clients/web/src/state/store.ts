import { computed, signal } from '@preact/signals';
import type { Channel, Group } from '../api/channels.ts';
import type { Me } from '../api/identity.ts';
import type { CodeLists } from '../api/incidents.ts';
import type { Quarantined, Review } from '../api/release.ts';
import { emptyBook, type ItemBook } from '../sync/itemBook.ts';
import { whenForgotten } from './sessionState.ts';

export type Session =
  | { readonly kind: 'starting' }
  /** What is held is still that of whoever was signed in before. */
  | { readonly kind: 'unreachable'; readonly before: Me | undefined }
  | { readonly kind: 'signedOut'; readonly ended: boolean }
  | { readonly kind: 'signedIn'; readonly me: Me };

export type Link = 'connecting' | 'online' | 'offline';

/** Everything the screens show. In memory only: closing the page forgets it. */
export const store = {
  session: signal<Session>({ kind: 'starting' }),
  groups: signal<readonly Group[]>([]),
  items: signal<ItemBook>(emptyBook),
  /** Rises with every live change, for lists that ask the server again. */
  changes: signal(0),
  /** Rises when a stream was lost or taken away, and with it what it had given: what is on screen is asked for again. */
  resets: signal(0),
  reviews: signal<readonly Review[]>([]),
  quarantined: signal<readonly Quarantined[]>([]),
  codeLists: signal<CodeLists>({}),
  link: signal<Link>('connecting'),
  slow: signal(false),
  /** Commands under way, and those that got no answer and wait with their words on screen. */
  sending: signal({ done: 0, total: 0, waiting: 0 }),
};

export const me = computed(() => (store.session.value.kind === 'signedIn' ? store.session.value.me : undefined));

/** Audience of who is signed in; nobody's while nobody is, so that everybody else counts as another side. */
export const ownAudience = computed(() => me.value?.audience ?? '');

export interface ChannelPlace {
  readonly group: Group;
  readonly channel: Channel;
}

export const places = computed(
  () =>
    new Map<string, ChannelPlace>(
      store.groups.value.flatMap((group) => group.channels.map((channel) => [channel.id, { group, channel }] as const)),
    ),
);

/** Forgets everything that belongs to a session. */
export function forget(): void {
  store.groups.value = [];
  store.items.value = emptyBook;
  store.reviews.value = [];
  store.quarantined.value = [];
  store.sending.value = { done: 0, total: 0, waiting: 0 };
}

whenForgotten(forget);
