import { signal } from '@preact/signals';

/** Lists of one kind of notification or notice. */
export type Board = 'movements' | 'sites' | 'advisories' | 'access';

export const boards: readonly Board[] = ['movements', 'sites', 'advisories', 'access'];

/** Lists that can be looked at on a map. */
export type MapOf = Board | 'incidents';

export const mapsOf: readonly MapOf[] = ['incidents', ...boards];

/** Where the person is. Kept in the fragment, which browsers never send to a server. */
export type Route =
  | { readonly name: 'groups' }
  | { readonly name: 'group'; readonly group: string }
  | { readonly name: 'channel'; readonly channel: string }
  | { readonly name: 'report'; readonly channel?: string }
  | { readonly name: 'incidents' }
  /** Notify a movement to this channel. */
  | { readonly name: 'notify'; readonly channel: string }
  /** Notify a site to this channel. */
  | { readonly name: 'notifySite'; readonly channel: string }
  /** Raise an access-constraint notice in this channel. */
  | { readonly name: 'raise'; readonly channel: string }
  /** Write an advisory to this channel. */
  | { readonly name: 'advise'; readonly channel: string }
  /** Notify what a table holds to this channel. */
  | { readonly name: 'import'; readonly channel: string }
  | { readonly name: 'item'; readonly item: string }
  | { readonly name: 'revise'; readonly item: string }
  | { readonly name: 'amend'; readonly item: string }
  | { readonly name: Board }
  /** What a list shows, on a map. */
  | { readonly name: 'map'; readonly of: MapOf }
  /** What a list shows, as a file. */
  | { readonly name: 'takeOut'; readonly of: MapOf }
  /** Files that take two people. */
  | { readonly name: 'files' }
  /** A movement on paper, and as it is read out by radio. */
  | { readonly name: 'print'; readonly item: string }
  | { readonly name: 'read-back'; readonly item: string }
  | { readonly name: 'reviews' }
  | { readonly name: 'me' };

const writings = ['report', 'notify', 'notifySite', 'raise', 'advise', 'import'] as const;

const id = '([0-9a-z]{1,40})';
/** What can be done with an item on a page of its own. */
const changes = ['revise', 'amend', 'print', 'read-back'] as const;

export function parseRoute(hash: string): Route {
  const path = hash.replace(/^#\/?/, '');
  const [, group] = new RegExp(`^groups/${id}$`).exec(path) ?? [];
  if (group !== undefined) return { name: 'group', group };
  const [, channel, write] = new RegExp(`^channels/${id}(?:/(\\w+))?$`).exec(path) ?? [];
  const written = writings.find((name) => name === write);
  if (channel !== undefined && write === undefined) return { name: 'channel', channel };
  if (channel !== undefined && written !== undefined) return { name: written, channel };
  const [, item, change] = new RegExp(`^items/${id}(?:/(revise|amend|print|read-back))?$`).exec(path) ?? [];
  if (item !== undefined) return { name: changes.find((each) => each === change) ?? 'item', item };
  const board = boards.find((name) => name === path);
  if (board !== undefined) return { name: board };
  const drawn = mapsOf.find((name) => path === `map/${name}`);
  if (drawn !== undefined) return { name: 'map', of: drawn };
  const taken = mapsOf.find((name) => path === `take-out/${name}`);
  if (taken !== undefined) return { name: 'takeOut', of: taken };
  const plain = (['incidents', 'reviews', 'me', 'report', 'files'] as const).find((name) => name === path);
  if (plain !== undefined) return { name: plain };
  return { name: 'groups' };
}

export function hrefOf(route: Route): string {
  switch (route.name) {
    case 'groups':
      return '#/';
    case 'group':
      return `#/groups/${route.group}`;
    case 'channel':
      return `#/channels/${route.channel}`;
    case 'report':
      return route.channel === undefined ? '#/report' : `#/channels/${route.channel}/report`;
    case 'notify':
    case 'notifySite':
    case 'raise':
    case 'advise':
    case 'import':
      return `#/channels/${route.channel}/${route.name}`;
    case 'item':
      return `#/items/${route.item}`;
    case 'revise':
    case 'amend':
    case 'print':
    case 'read-back':
      return `#/items/${route.item}/${route.name}`;
    case 'map':
      return `#/map/${route.of}`;
    case 'takeOut':
      return `#/take-out/${route.of}`;
    case 'incidents':
    case 'movements':
    case 'sites':
    case 'advisories':
    case 'access':
    case 'reviews':
    case 'files':
    case 'me':
      return `#/${route.name}`;
  }
}

export const route = signal<Route>(parseRoute(location.hash));

addEventListener('hashchange', () => {
  route.value = parseRoute(location.hash);
});

export function go(to: Route): void {
  location.hash = hrefOf(to);
}

/** Whether the page was opened by the server because a sign-in through a provider was refused. It says no more than that. */
export function cameBackRefused(): boolean {
  return location.hash === '#/sign-in-refused';
}
