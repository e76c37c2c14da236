import type { Channel, Group } from '../../src/api/channels.ts';
import type { Me } from '../../src/api/identity.ts';
import type { Item } from '../../src/api/items.ts';
import { forget, store } from '../../src/state/store.ts';

export const plenary: Channel = {
  id: 'plenary',
  name: 'Plenary',
  kind: 'plenary',
  admits: ['all'],
  mayPost: true,
  crossing: 'review',
};

export const group: Group = {
  id: 'group',
  name: 'North',
  purpose: '',
  assumptions: '',
  termsVersion: 1,
  termsAccepted: true,
  posture: 'coexistence',
  exercise: false,
  convenor: { name: 'Coordination Office' },
  channels: [plenary],
};

export const amina: Me = {
  person: { id: 'amina', account: 'amina', displayName: 'Amina Haddad' },
  organisation: { id: 'rf', name: 'Relief First', constituency: 'ingo' },
  side: 'humanitarian',
  audience: 'ingo',
  isCoordinator: false,
  isAdministrator: false,
  exercise: false,
};

/** Signs somebody in, without a server. */
export function enter(change: Partial<Me> = {}): void {
  forget();
  store.session.value = { kind: 'signedIn', me: { ...amina, ...change } };
  store.groups.value = [group];
}

export function message(change: Partial<Item> = {}): Item {
  return {
    item: 'm1',
    kind: 'message',
    channel: 'plenary',
    revision: 1,
    releasedAt: '2026-11-21T08:00:00Z',
    reference: 'MSG-1111-2222',
    status: 'current',
    fields: {
      text: 'The road is open.',
      author: { id: 'jonas', name: 'Jonas Lind' },
      organisation: { id: 'na', name: 'Northern Aid', constituency: 'nngo' },
    },
    marking: { sensitivity: 'high', caveats: ['no-export'], policy: 'humanitarian-space@1' },
    ...change,
  };
}

export function incident(change: Partial<Item> = {}): Item {
  return message({
    item: 'i1',
    kind: 'incident',
    reference: 'SIR-1111-2222',
    fields: { hazard: 'ROAD_ATTACK', summary: 'Shots on the road.' },
    ...change,
  });
}

export function movement(change: Partial<Item> = {}): Item {
  return message({
    item: 'mv1',
    kind: 'movement',
    reference: 'HNM-1111-2222',
    fields: {
      state: 'UNDERWAY',
      category: 'EMERGENCY',
      mode: 'ROAD',
      windowStart: '2026-12-01T06:00:00Z',
      windowEnd: '2026-12-01T16:00:00Z',
      route: [
        { type: 'ORIGIN', name: 'Aylan', lat: 36.123456, lon: 37.234567, at: '2026-12-01T06:30:00Z' },
        { type: 'DESTINATION', name: 'Bridge hospital', lat: 36.5, lon: 37.25 },
      ],
      vehicles: [{ type: 'TRUCK_LT_10T', plate: 'NG-1234', colour: 'white' }],
      callContact: { name: 'Dispatch', phone: '+961 3 123 456' },
      late: true,
      recipients: ['military:northern-force'],
      organisation: { id: 'na', name: 'Northern Aid', constituency: 'nngo' },
    },
    ...change,
  });
}

/** A channel in which movements can be notified to a force and the police. */
export const room: Channel = {
  id: 'room',
  name: 'Notifications',
  kind: 'notification',
  admits: ['all'],
  forces: ['donor', 'military:northern-force', 'police'],
  mayPost: true,
  crossing: 'automatic',
};
