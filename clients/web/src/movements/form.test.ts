import { describe, expect, it } from 'vitest';
import { changesOf, contentOf, emptyForm, faultsOf, formOf, hasLeast, type MovementForm } from './form.ts';

const written: MovementForm = {
  values: {
    category: 'STANDARD',
    mode: 'ROAD',
    'windowStart.date': '2026-12-01',
    'windowStart.time': '06:00',
    'windowEnd.date': '2026-12-01',
    'windowEnd.time': '16:00',
    'callContact.name': 'Dispatch',
    'callContact.phone': ' +961 3 123 456 ',
    staff: '٤',
    notes: '',
  },
  stops: [
    { type: 'ORIGIN', name: 'Aylan', lat: '36.123456', lon: '37,5', date: '', time: '' },
    { type: 'DESTINATION', name: '', lat: '-1.5', lon: '٣٧٫٢٥', date: '2026-12-01', time: '09:30' },
  ],
  vehicles: [{ type: 'AMBULANCE', plate: 'NG-1', colour: '', marking: '' }],
  named: { police: true, 'military:northern-force': true, 'military:southern-force': false },
};

describe('a notification as it would be sent', () => {
  it('is what was said, with instants that carry the offset of this device', () => {
    const content = contentOf(written);

    expect(new Date(String(content['windowStart'])).getTime()).toBe(new Date('2026-12-01T06:00').getTime());
    expect(content).toMatchObject({
      category: 'STANDARD',
      staff: 4,
      callContact: { name: 'Dispatch', phone: '+961 3 123 456' },
      vehicles: [{ type: 'AMBULANCE', plate: 'NG-1' }],
    });
    expect(content['notes']).toBeUndefined();
    expect(hasLeast(content)).toBe(true);
  });

  it('keeps the order of travel and reads decimals as people write them', () => {
    expect(contentOf(written)['route']).toEqual([
      { type: 'ORIGIN', name: 'Aylan', lat: 36.123456, lon: 37.5 },
      { type: 'DESTINATION', lat: -1.5, lon: 37.25, at: expect.stringMatching(/^2026-12-01T09:30:00/) as unknown },
    ]);
  });

  it('goes to nobody without consent', () => {
    expect(contentOf(written)['recipients']).toEqual([
      { audience: 'military:northern-force', consent: true },
      { audience: 'police', consent: true },
    ]);
    expect(contentOf(emptyForm)['recipients']).toEqual([]);
  });
});

describe('what would be lost or not understood', () => {
  it('is told of, by the field', () => {
    const form: MovementForm = {
      ...written,
      values: { ...written.values, 'windowEnd.time': '', evacuees: 'some', 'windowStart.date': '' },
      stops: [...written.stops, { type: 'STOP', name: '', lat: '36.1 N', lon: '37', date: '', time: '' }],
      vehicles: [{ type: '', plate: 'NG-2', colour: '', marking: '' }],
    };

    expect(Object.fromEntries(faultsOf(form))).toEqual({
      windowStart: 'time',
      windowEnd: 'time',
      evacuees: 'number',
      'route[2]': 'position',
      'vehicles[0]': 'vehicle',
      'military:southern-force': 'consent',
    });
  });

  it('is an end of a stop that comes before its time, or has none', () => {
    const stop = { type: 'STOP', name: '', lat: '36.1', lon: '37', date: '2026-12-01', time: '09:30' };
    const faultOf = (change: object) =>
      faultsOf({ ...written, named: {}, stops: [{ ...stop, ...change }] }).get('route[0]');

    expect(faultOf({ untilDate: '2026-12-01', untilTime: '09:30' })).toBe('until');
    expect(faultOf({ date: '', time: '', untilDate: '2026-12-01', untilTime: '10:00' })).toBe('until');
    expect(faultOf({ untilDate: '2026-12-01', untilTime: '' })).toBe('time');
    expect(faultOf({ untilDate: '2026-12-01', untilTime: '10:00' })).toBeUndefined();
  });

  it('is armed protection without a reason, and a reason is sent with nothing else', () => {
    const escorted = (escort: string, escortJustification = '') => ({
      ...written,
      named: {},
      values: { ...written.values, escort, escortJustification },
    });

    expect(faultsOf(escorted('AREA_SECURITY')).get('escortJustification')).toBe('justification');
    expect(faultsOf(escorted('ARMED_ESCORT', 'No other road.')).size).toBe(0);
    expect(contentOf(escorted('ARMED_ESCORT', 'No other road.'))).toMatchObject({
      escortJustification: 'No other road.',
    });
    expect(contentOf(escorted('NONE', 'No other road.'))['escortJustification']).toBeUndefined();
  });

  it('is a total that is less than its parts, and an amount that is no number', () => {
    const withValues = (values: object) =>
      faultsOf({ ...written, named: {}, values: { ...written.values, ...values } });

    expect(withValues({ staff: '3', drivers: '٢', nationalStaff: '2' }).get('staff')).toBe('parts');
    expect(withValues({ staff: '4', drivers: '2', nationalStaff: '2' }).size).toBe(0);
    expect(withValues({ staff: '', drivers: '2' }).size).toBe(0);
    expect(withValues({ cargoTonnes: '1,250', evacuees: '1,000' })).toEqual(
      new Map([
        ['evacuees', 'number'],
        ['cargoTonnes', 'amount'],
      ]),
    );
    expect(withValues({ cargoTonnes: '1.250', cargoCubicMetres: '12,5', evacuees: '١٠٠٠' })).toEqual(new Map());
    expect(withValues({ cargoTonnes: 'heavy', cargoCubicMetres: '٢٫٥' })).toEqual(new Map([['cargoTonnes', 'amount']]));
  });

  it('is what is said of a cargo or a radio that there is none of', () => {
    const withValues = (values: object) =>
      faultsOf({ ...written, named: {}, values: { ...written.values, ...values } });

    expect([...withValues({ cargo: ['NONE'], cargoTonnes: '2', dangerousGoods: true, waybill: '0' })]).toEqual([
      ['cargoTonnes', 'none'],
      ['dangerousGoods', 'none'],
      ['waybill', 'none'],
    ]);
    expect(withValues({ communications: ['NONE'], radioCallSign: 'Heron' }).get('radioCallSign')).toBe('none');
    expect(withValues({ cargo: ['NONE'], cargoTonnes: '0', dangerousGoods: false, waybill: ' ' }).size).toBe(0);
    expect(withValues({ cargo: ['FOOD'], cargoTonnes: '2', radioCallSign: 'Heron' }).size).toBe(0);
  });

  it('is nothing in a complete one', () => {
    expect(faultsOf({ ...written, named: {} }).size).toBe(0);
  });
});

describe('an amendment', () => {
  const fields = {
    category: 'STANDARD',
    mode: 'ROAD',
    windowStart: '2026-12-01T06:00:00Z',
    windowEnd: '2026-12-01T16:00:00Z',
    route: [
      { type: 'ORIGIN', name: 'Aylan', lat: 36.123456, lon: 37.5 },
      { type: 'DESTINATION', lat: 36.5, lon: 37.25, at: '2026-12-01T09:30:00Z', until: '2026-12-01T10:30:00Z' },
    ],
    vehicles: [{ type: 'AMBULANCE' }],
    callContact: { name: 'Dispatch', phone: '112233' },
    lateReason: 'The road opened today.',
    recipients: ['police'],
  };

  it('is nothing when nothing was touched', () => {
    const form = formOf(fields);

    expect(changesOf(form, form)).toEqual({});
    expect(Object.keys(contentOf(form)).sort()).toEqual(Object.keys(fields).sort());
  });

  it('is the whole route when a stop moved, and all who are told when one is left out', () => {
    const before = formOf(fields);
    const [first, last] = before.stops;
    const after = { ...before, named: {}, stops: [{ ...first, lat: '36.2' }, last] } as MovementForm;

    expect(changesOf(before, after)).toEqual({
      route: [{ type: 'ORIGIN', name: 'Aylan', lat: 36.2, lon: 37.5 }, expect.objectContaining({ lat: 36.5 })],
      recipients: [],
    });
  });

  it('sends the road along with stops that moved, and not without', () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [37.5, 36.1],
        [37.25, 36.5],
      ],
    };
    const before = formOf({ ...fields, routeGeometry: line, alternateRoutes: [line] });
    const [first, last] = before.stops;
    const moved = { ...before, stops: [{ ...first, lat: '36.2' }, last] } as MovementForm;

    expect(changesOf(before, before)).toEqual({});
    expect(changesOf(before, moved)).toMatchObject({ routeGeometry: line, alternateRoutes: [line] });
    expect(changesOf(before, { ...before, geometry: undefined, alternates: [] })).toEqual({
      clear: ['routeGeometry', 'alternateRoutes'],
    });
  });

  it('of what is carried sends what changed, and takes out what is no longer so', () => {
    const carried = {
      ...fields,
      cargo: ['FOOD'],
      cargoTonnes: 12.5,
      dangerousGoods: true,
      frontLineCrossing: false,
      communications: ['HF_RADIO'],
      radioCallSign: 'Heron base',
      staff: 5,
      drivers: 2,
      nationalStaff: 3,
    };
    const before = formOf(carried);
    const values = {
      ...before.values,
      cargo: [],
      cargoTonnes: '12,75',
      dangerousGoods: false,
      communications: ['HF_RADIO', 'VEHICLE_TRACKER'],
      drivers: '4',
    };

    expect(changesOf(before, before)).toEqual({});
    expect(changesOf(before, { ...before, values })).toEqual({
      cargoTonnes: 12.75,
      communications: ['HF_RADIO', 'VEHICLE_TRACKER'],
      drivers: 4,
      clear: ['cargo', 'dangerousGoods'],
    });
  });

  it('takes out what was emptied', () => {
    const before = formOf({ ...fields, country: 'SYR', staff: 4 });
    const after = { ...before, values: { ...before.values, country: '', staff: '' } };

    expect(changesOf(before, after)).toEqual({ clear: ['country', 'staff'] });
  });
});
