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
