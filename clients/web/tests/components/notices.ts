import type { Item } from '../../src/api/items.ts';
import { message } from './people.ts';

const organisation = { id: 'na', name: 'Northern Aid', constituency: 'nngo' };

/** An access-constraint notice as another organisation of the side has it. */
export function constraint(change: Partial<Item> = {}): Item {
  return message({
    item: 'ac1',
    kind: 'access-constraint',
    reference: 'ACN-1111-2222',
    fields: {
      state: 'UNDER_FOLLOW_UP',
      severity: '3',
      constraintType: 'AC3',
      title: 'Papers for the northern road',
      startedAt: '2026-11-02T00:00:00Z',
      country: 'SYR',
      admin1: 'Northern Province',
      impact: ['DELAY'],
      delayHours: 48,
      negotiation: 'Second talk on Monday.',
      followUpBy: '2026-11-09T00:00:00Z',
      organisation,
    },
    ...change,
  });
}

/** A site as its own organisation has it. */
export function site(change: Partial<Item> = {}): Item {
  return message({
    item: 'st1',
    kind: 'site',
    reference: 'HNS-1111-2222',
    releases: [],
    fields: {
      notice: 'NOTIFICATION_ONLY',
      state: 'NOTIFIED',
      version: 2,
      siteType: 'CLINIC_PHC',
      name: 'Clinic of Aylan',
      country: 'SYR',
      position: { lat: 36.123456, lon: 37.234567 },
      accuracy: 20,
      coordinateMethod: 'GPS_ON_SITE',
      relation: 'OPERATES',
      callContact: { name: 'Guard', phone: '+961 3 123 456' },
      recipients: ['military:northern-force'],
      dispatch: [{ to: 'military:northern-force', state: 'ACKNOWLEDGED', version: 2, at: '2026-11-22T08:00:00Z' }],
      organisation,
    },
    ...change,
  });
}

/** An advisory as the humanitarian side has it. */
export function advisory(change: Partial<Item> = {}): Item {
  return message({
    item: 'ad1',
    kind: 'advisory',
    reference: 'ADV-1111-2222',
    fields: {
      state: 'IN_FORCE',
      version: 1,
      advisoryType: 'ROUTE_STATUS',
      routeStatus: 'CLOSED',
      severity: 'SEVERE',
      urgency: 'IMMEDIATE',
      certainty: 'OBSERVED',
      validFrom: '2026-11-22T06:00:00Z',
      validUntil: '2099-11-24T06:00:00Z',
      country: 'SYR',
      place: 'Bridge of Aylan',
      summary: 'The bridge is closed to all vehicles.',
      organisation: { id: 'nf', name: 'Northern Force', constituency: 'military' },
    },
    ...change,
  });
}
