import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { boardOf, movementsIn, underwayIn } from './movements.ts';
import { history, noticesIn, overview } from './notices.ts';

export type Who = 'ngo' | 'force' | 'liaison' | 'coordinator' | 'nobody';

const id = (name: string) => name.padEnd(26, '0');

const marking = (sensitivity: string, ...caveats: string[]) => ({
  sensitivity,
  caveats,
  policy: 'humanitarian-space@1',
});

const organisation = { id: id('rf'), name: 'Relief First International', constituency: 'ingo' };

const me = {
  person: { id: id('amina'), account: 'amina@relief-first.example', displayName: 'Amina Haddad' },
  organisation: { ...organisation, abbreviation: 'RFI' },
  side: 'humanitarian',
  audience: 'ingo',
  isCoordinator: false,
  isAdministrator: false,
  exercise: true,
};

const coordinator = {
  ...me,
  person: { id: id('coord'), account: 'coordinator@ocha.example', displayName: 'Ngozi Okafor' },
  organisation: { id: id('ocha'), name: 'Coordination Office', constituency: 'coordination' },
  audience: 'coordination',
  isCoordinator: true,
};

const force = {
  ...me,
  person: { id: id('liaison'), account: 'liaison@northern-force.example', displayName: 'Major Lind' },
  organisation: { id: id('nf'), name: 'Northern Force', constituency: 'military' },
  side: 'security',
  audience: 'military:northern-force',
};

const groups = [
  {
    id: id('group'),
    name: 'Northern Area Contact Group with a rather long name',
    purpose: 'Keep humanitarian organisations and the forces in the northern area in contact.\nExercise only.',
    assumptions: 'Participation does not mean agreement with any party. الحياد أولا',
    termsVersion: 2,
    termsAccepted: true,
    posture: 'coexistence',
    exercise: true,
    convenor: { name: 'Coordination Office' },
    channels: [
      {
        id: id('plenary'),
        name: 'Plenary',
        kind: 'plenary',
        admits: ['all'],
        forces: ['military:northern-force', 'police'],
        mayPost: true,
        crossing: 'review',
      },
      {
        id: id('caucus'),
        name: 'Humanitarian caucus',
        kind: 'caucus',
        admits: ['humanitarian'],
        mayPost: true,
        crossing: 'none',
      },
      { id: id('notice'), name: 'إشعارات', kind: 'notice', admits: ['all'], mayPost: false, crossing: 'automatic' },
      {
        id: id('notify'),
        name: 'Movements and sites',
        kind: 'notification',
        admits: ['all'],
        mayPost: false,
        crossing: 'none',
        forces: ['military:northern-force', 'military:river-brigade'],
      },
    ],
  },
];

const items = [
  {
    item: id('m1'),
    kind: 'message',
    channel: id('plenary'),
    revision: 1,
    releasedAt: '2026-11-20T08:12:00.000Z',
    reference: 'MSG-7K3M-Q2XD',
    status: 'current',
    fields: {
      text: 'Road RN2 is passable again until the bridge. Please confirm that you have this.',
      author: { id: id('other'), name: 'Jonas Lind' },
      organisation: { id: id('aid'), name: 'Northern Aid', constituency: 'nngo' },
      postedAt: '2026-11-20T08:12:00.000Z',
      acknowledgementRequested: true,
    },
    marking: marking('low'),
    exercise: true,
  },
  {
    item: id('m2'),
    kind: 'message',
    channel: id('plenary'),
    revision: 2,
    releasedAt: '2026-11-21T09:30:00.000Z',
    reference: 'MSG-2222-ABCD',
    status: 'current',
    fields: {
      text: 'شكرا، وصلت الرسالة. Our team leaves at 10:00.',
      author: { id: id('amina'), name: 'Amina Haddad' },
      organisation,
      postedAt: '2026-11-21T09:30:00.000Z',
      edited: true,
      replyTo: id('m1'),
    },
    marking: marking('moderate', 'unattributed'),
    releases: [
      { audience: 'side:humanitarian', state: 'released' },
      { audience: 'audience:military:northern-force', state: 'in-review' },
      {
        audience: 'audience:military:river-brigade',
        state: 'returned',
        reason: 'Names a village. Please leave it out.',
      },
    ],
    acknowledgements: [{ by: 'nngo', name: 'Jonas Lind', at: '2026-11-21T09:40:00Z' }],
    exercise: true,
  },
  {
    item: id('i1'),
    kind: 'incident',
    channel: id('plenary'),
    revision: 1,
    releasedAt: '2026-11-21T09:45:00.000Z',
    reference: 'SIR-7K3M-Q2XD',
    status: 'current',
    fields: {
      hazard: 'ROAD_ATTACK',
      category: 'AMBUSH_ROAD_ATTACK',
      title: 'Shots at a relief convoy north of the bridge',
      severity: '3',
      stage: 'IMMEDIATE',
      verification: 'UNVERIFIED',
      occurredAt: '2026-11-21T06:20:00Z',
      timeKnown: true,
      country: 'SYR',
      admin1: 'Northern Province',
      admin2: 'Bridge District',
      position: { lat: 36.201234, lon: 37.134567 },
      summary: 'Small-arms fire near a convoy. No movement north of the bridge is advised today.',
      narrativeRestricted: 'Two men fired at the second vehicle from the eastern side. One driver was lightly hurt.',
      impact: { injured: 1, injuredNational: 1 },
      organisation,
      reportedBy: { id: id('amina'), name: 'Amina Haddad' },
      weapons: ['FIREARMS'],
    },
    marking: marking('high', 'no-export'),
    releases: [
      { audience: 'side:humanitarian', state: 'released' },
      { audience: 'audience:military:northern-force', state: 'in-review' },
      {
        audience: 'audience:military:river-brigade',
        state: 'released',
        edited: true,
        reason: 'Leaves out the bridge.',
        fields: { hazard: 'ROAD_ATTACK', summary: 'Small-arms fire near a convoy.' },
      },
    ],
    widenings: [
      {
        widening: id('w1'),
        audience: 'side:political',
        state: 'asked',
        reason: 'Donors ask whether the road is open.',
        by: 'Ngozi Okafor',
        at: '2026-11-21T10:05:00Z',
        fields: { hazard: 'ROAD_ATTACK', admin1: 'Northern Province' },
      },
    ],
    acknowledgements: [],
    exercise: true,
  },
  {
    item: id('i2'),
    kind: 'incident',
    channel: id('plenary'),
    revision: 1,
    releasedAt: '2026-11-21T10:45:00.000Z',
    reference: 'SIR-9999-Q2XD',
    status: 'closed',
    fields: {
      hazard: 'CHECKPOINT',
      occurredAt: { coarse: true, day: '2026-11-19' },
      position: { coarse: true, lat: 36.25, lon: 37.15, cellDegrees: 0.1 },
      organisation: { coarse: true, constituency: 'ingo' },
      summary: 'Delays at a checkpoint.',
    },
    marking: marking('severe'),
    exercise: true,
  },
  {
    item: id('i4'),
    kind: 'incident',
    channel: id('plenary'),
    revision: 1,
    releasedAt: '2026-11-21T10:50:00.000Z',
    reference: 'SIR-8888-Q2XD',
    status: 'current',
    fields: {
      category: 'THREAT_INTIMIDATION',
      occurredAt: { coarse: true, day: '2026-11-19' },
      position: { coarse: true, lat: 36.45, lon: 37.05, cellDegrees: 0.1 },
      organisation: { coarse: true, constituency: 'ingo' },
      summary: 'Guards were threatened.',
    },
    marking: marking('severe'),
    exercise: true,
  },
  ...movementsIn(id('plenary'), id('mv1'), id('mv2'), organisation, marking('moderate')),
  underwayIn(id('plenary'), id('mv3'), organisation, marking('moderate')),
  ...noticesIn(id('plenary'), id('notify'), id, organisation, marking('moderate')),
];

const board = boardOf(id('plenary'), marking('moderate'));

const explanation = {
  item: id('i1'),
  audience: 'ingo',
  sentence: 'You see all of it because your organisation wrote it.',
  code: 'own.organisation',
  coarse: [{ code: 'coarse.location', sentence: 'A position is shown as a grid square of about 11 km.' }],
  shown: [
    { fieldClass: 'category', grain: 'full' },
    { fieldClass: 'location', grain: 'coarse' },
    { fieldClass: 'armed-actor', grain: 'full' },
  ],
  because: [{ rule: 'humanitarian-to-humanitarian', sentence: 'Humanitarian items go to the humanitarian side.' }],
  others: [
    {
      audience: 'nngo',
      state: 'shown',
      sentence: 'Shown to national NGOs, as far as the rules allow.',
      code: 'other.shown',
      parameters: { audience: 'nngo' },
    },
    {
      audience: 'political',
      state: 'withheld',
      sentence: 'Its author did not release it to political missions.',
      code: 'withheld.not-released',
      parameters: { audience: 'political' },
    },
    {
      audience: 'military:northern-force',
      state: 'in-review',
      sentence: 'Waits for a coordinator before it goes to the force northern-force.',
      code: 'other.in-review',
      parameters: { audience: 'military:northern-force' },
      since: '2026-11-21T09:46:00Z',
    },
  ],
};

const preview = {
  fingerprint: 'f',
  views: [
    {
      audience: 'side:humanitarian',
      label: 'the humanitarian side',
      outcome: 'shown',
      sentence: 'Goes to the humanitarian side at once, as shown here.',
      view: { text: 'As written.' },
    },
    {
      audience: 'audience:military:northern-force',
      label: 'the force northern-force',
      outcome: 'review',
      sentence: 'Goes to the force northern-force as shown here after a coordinator has released it.',
      view: { text: 'As written.' },
    },
    {
      audience: 'side:political',
      label: 'the political side',
      outcome: 'withheld',
      sentence: 'The rules give the political side nothing of it.',
      view: null,
    },
  ],
};

const reviews = [
  {
    review: id('r1'),
    item: id('i1'),
    reference: 'SIR-7K3M-Q2XD',
    kind: 'incident',
    channel: id('plenary'),
    audience: 'audience:military:northern-force',
    label: 'the force northern-force',
    sensitivity: 'high',
    from: 'ingo',
    reason: 'It would cross to the force northern-force.',
    openedAt: '2026-11-21T09:46:00Z',
    original: items[2]?.fields,
    proposed: {
      hazard: 'ROAD_ATTACK',
      occurredAt: { coarse: true, day: '2026-11-21' },
      position: { coarse: true, lat: 36.25, lon: 37.15, cellDegrees: 0.1 },
      organisation: { coarse: true, constituency: 'ingo' },
      admin1: 'Northern Province',
      summary: 'Small-arms fire near a convoy. No movement north of the bridge is advised today.',
    },
    shown: 'a'.repeat(64),
    fields: {
      hazard: {},
      occurredAt: {},
      position: {},
      organisation: {},
      admin1: {},
      summary: { longestText: 2000 },
    },
  },
];

const concern = {
  id: id('c1'),
  note: 'Work on the bridge and its northern approach.',
  from: '2026-12-01T06:00:00Z',
  until: '2026-12-03T06:00:00Z',
  position: { lat: 36.2, lon: 37.13 },
  radius: 3000,
};

const overlap = { ...concern, item: id('st2'), reference: 'HNS-9999-Q2XD', kind: 'site', concern: concern.id };

const quarantined = [
  { item: id('q1'), reference: 'MSG-QQQQ-Q2XD', channel: id('plenary'), at: '2026-11-21T09:50:00.000Z' },
];

const members = [
  { person: id('other'), displayName: 'Jonas Lind', organisation: 'Northern Aid', constituency: 'nngo' },
  {
    person: id('coord'),
    displayName: 'Ngozi Okafor',
    organisation: 'Coordination Office',
    constituency: 'coordination',
  },
];

/** A liaison is somebody of a force who has a board full of movements. */
const people = { ngo: me, coordinator, force, liaison: force, nobody: undefined };

/** What the services would answer to this person; undefined for not found. */
const asked = { channel: id('notify'), kind: 'site', status: 'current', askedAt: '2026-11-21T10:00:00Z' };

const exportsOfTwo = {
  own: (['waiting', 'ready', 'used', 'over'] as const).map((state) => ({
    ...asked,
    request: id(state),
    format: 'geojson',
    from: '2026-11-01',
    state,
  })),
  waiting: [
    {
      ...asked,
      request: id('q1'),
      format: 'template',
      person: 'Jonas Lind',
      organisation: organisation.name,
      state: 'waiting',
    },
  ],
};

export function answers(who: Who, path: string): unknown {
  switch (path) {
    case '/api/identity/me':
      return people[who];
    case '/api/channels/groups':
      return { groups };
    case `/api/channels/groups/${id('group')}/members`:
      return { members };
    case '/api/incidents/code-lists':
      return codeLists();
    case '/api/release/streams':
      return { streams: [] };
    case '/api/release/items':
      return who === 'liaison' ? { items: board, count: board.length } : { items, count: items.length };
    case '/api/release/preview':
      return preview;
    case '/api/release/reviews':
      return { reviews };
    case '/api/release/quarantine':
      return { quarantined };
    case '/api/release/exports/requests':
      return exportsOfTwo;
    case `/api/release/items/${id('ac1')}/history`:
      return history;
    case '/api/movements/concerns':
      return who === 'force' ? { concerns: [concern] } : undefined;
    case '/api/movements/overlaps':
      return who === 'force' ? { overlaps: [overlap], unreckoned: [], unnamed: false, complete: true } : undefined;
    case '/api/access/overview':
      return overview;
    case `/api/release/items/${id('i1')}/affected`:
      return {
        item: id('mv1'),
        kind: 'movement',
        reference: 'HNM-7K3M-Q2XD',
        version: 3,
        kept: '2026-03-01T09:00:00Z',
      };
    case `/api/release/items/${id('i1')}/explanation`:
      return explanation;
  }
  return [...items, ...board].find((item) => path === `/api/release/items/${item.item}`);
}

export const places = {
  plenary: `#/channels/${id('plenary')}`,
  group: `#/groups/${id('group')}`,
  incident: `#/items/${id('i1')}`,
  coarse: `#/items/${id('i2')}`,
  revise: `#/items/${id('i1')}/revise`,
  movement: `#/items/${id('mv1')}`,
  told: `#/items/${id('mv2')}`,
  underway: `#/items/${id('mv3')}`,
  print: `#/items/${id('mv1')}/print`,
  readBack: `#/items/${id('mv1')}/read-back`,
  amend: `#/items/${id('mv1')}/amend`,
  notify: `#/channels/${id('plenary')}/notify`,
  report: `#/channels/${id('plenary')}/report`,
  room: `#/channels/${id('notify')}`,
  access: `#/items/${id('ac1')}`,
  raise: `#/channels/${id('plenary')}/raise`,
  reviseAccess: `#/items/${id('ac1')}/revise`,
  site: `#/items/${id('st1')}`,
  toldSite: `#/items/${id('st2')}`,
  notifySite: `#/channels/${id('notify')}/notifySite`,
  importing: `#/channels/${id('notify')}/import`,
  amendSite: `#/items/${id('st1')}/amend`,
  advisory: `#/items/${id('ad1')}`,
  advise: `#/channels/${id('notify')}/advise`,
  amendAdvisory: `#/items/${id('ad2')}/amend`,
};

/** The code lists as the server sends them, from the files it embeds. */
function codeLists(): Record<string, unknown> {
  const folder = join(import.meta.dirname, '../../../../services/policies/code-lists');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.includes('schema'));
  return Object.fromEntries(
    files.map((name) => {
      const list = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { name: string; codes: { en: string }[] };
      return [list.name, { ...list, codes: list.codes.map((code) => ({ ...code, label: code.en })) }];
    }),
  );
}
