const fields = {
  state: 'NOTIFIED',
  category: 'EMERGENCY',
  mode: 'ROAD',
  windowStart: '2026-12-01T06:00:00Z',
  windowEnd: '2026-12-01T16:00:00Z',
  country: 'SYR',
  route: [
    { type: 'ORIGIN', name: 'Warehouse of Relief First International', lat: 36.123456, lon: 37.234567 },
    { type: 'CHECKPOINT', name: 'حاجز الجسر', lat: 36.201234, lon: 37.134567, at: '2026-12-01T08:30:00Z' },
    { type: 'DESTINATION', name: 'Bridge hospital', lat: 36.5, lon: 37.25, at: '2026-12-01T10:00:00Z' },
  ],
  vehicles: [
    { type: 'LV_SOFT', plate: 'NG-1234', colour: 'white', marking: 'blue flag on the roof' },
    { type: 'TRUCK_10_20T', plate: 'NG-5678' },
  ],
  callContact: { name: 'Dispatch of the day', phone: '+963 11 222 333', callSign: 'Relief 7' },
};

/** A movement as its own organisation has it, and one as a force that was named has it. */
export function movementsIn(channel: string, own: string, told: string, organisation: object, marking: object) {
  const item = { kind: 'movement', channel, revision: 1, status: 'current', marking, exercise: true };
  return [
    {
      ...item,
      item: own,
      releasedAt: '2026-11-22T08:00:00.000Z',
      reference: 'HNM-7K3M-Q2XD',
      fields: {
        ...fields,
        late: true,
        lateReason: 'The road was opened this morning.',
        purpose: 'AID_DELIVERY',
        notes: 'Medicine for six weeks.',
        staff: 6,
        recipients: ['military:northern-force', 'police'],
        version: 2,
        dispatch: [
          {
            to: 'military:northern-force',
            state: 'QUERIED',
            version: 2,
            at: '2026-11-22T08:05:00Z',
            cell: 'Air liaison cell',
            query: 'Which side of the river?',
          },
          { to: 'police', state: 'SENT', version: 2, at: '2026-11-22T08:00:00Z' },
        ],
        organisation,
        notifiedBy: { id: 'amina', name: 'Amina Haddad' },
      },
      releases: [
        { audience: 'side:humanitarian', state: 'released' },
        { audience: 'audience:military:northern-force', state: 'released' },
        { audience: 'audience:police', state: 'released' },
      ],
      acknowledgements: [],
    },
    {
      ...item,
      item: told,
      releasedAt: '2026-11-22T08:10:00.000Z',
      reference: 'HNM-9999-Q2XD',
      fields: {
        ...fields,
        state: 'UNDERWAY',
        version: 1,
        dispatch: [{ state: 'SENT', version: 1, at: '2026-11-22T08:10:00Z' }],
        organisation: { coarse: true, constituency: 'ingo' },
      },
    },
    {
      ...item,
      item: `${own.slice(0, -1)}x`,
      kind: 'survey',
      releasedAt: '2026-11-22T08:20:00.000Z',
      reference: 'SUR-1111-Q2XD',
      fields: { name: 'A kind of a later server' },
    },
  ];
}

/** A movement under way, of which nobody has heard in time. */
export function underwayIn(channel: string, item: string, organisation: object, marking: object) {
  return {
    kind: 'movement',
    channel,
    revision: 4,
    status: 'current',
    marking,
    exercise: true,
    item,
    releasedAt: '2026-11-22T09:00:00.000Z',
    reference: 'HNM-4444-Q2XD',
    fields: {
      ...fields,
      state: 'UNDERWAY',
      version: 1,
      recipients: ['military:northern-force', 'police'],
      dispatch: [
        {
          to: 'military:northern-force',
          state: 'ACKNOWLEDGED',
          version: 1,
          at: '2026-11-22T08:05:00Z',
          cell: 'Air liaison cell',
        },
        {
          to: 'police',
          state: 'SENT',
          version: 1,
          at: '2026-11-22T08:00:00Z',
          reminders: 3,
          remindedAt: '2026-12-01T05:00:00Z',
          escalatedAt: '2026-12-01T05:30:00Z',
        },
      ],
      checkIns: [
        { stop: 0, at: '2026-12-01T06:12:00Z', by: { id: 'amina', name: 'Amina Haddad' } },
        { at: '2026-12-01T07:40:00Z', note: 'الطريق بطيء، كل شيء بخير.', by: { id: 'amina', name: 'Amina Haddad' } },
      ],
      nextCheckInDue: '2026-12-01T09:00:00Z',
      overdueSince: '2026-12-01T09:00:00Z',
      organisation,
    },
    releases: [
      { audience: 'side:humanitarian', state: 'released' },
      { audience: 'audience:military:northern-force', state: 'released' },
    ],
    acknowledgements: [],
  };
}

/** Movements as the liaison of a force has them. */
export function boardOf(channel: string, marking: object) {
  const row = (name: string, line: object, more: object = {}) => ({
    kind: 'movement',
    channel,
    revision: 1,
    status: 'current',
    marking,
    exercise: true,
    item: name.padEnd(26, '0'),
    releasedAt: '2026-11-22T08:10:00.000Z',
    reference: `HNM-${name.toUpperCase()}-Q2XD`,
    fields: {
      ...fields,
      version: 1,
      dispatch: [{ version: 1, at: '2026-11-22T08:10:00Z', ...line }],
      organisation: { coarse: true, constituency: 'ingo' },
      ...more,
    },
  });
  return [
    row('b444', { state: 'ACKNOWLEDGED', cell: 'Desk 4' }),
    row('b333', { state: 'QUERIED', cell: 'Desk 4', query: 'Which side of the river?' }),
    row('b222', {
      state: 'SENT',
      reminders: 2,
      remindedAt: '2026-11-23T08:10:00Z',
      escalatedAt: '2026-11-23T09:00:00Z',
    }),
    row('b111', { state: 'SENT' }, { windowStart: '2027-01-05T06:00:00Z', windowEnd: '2027-01-05T16:00:00Z' }),
    row('b555', { state: 'SENT' }, { state: 'CANCELLED' }),
  ];
}
