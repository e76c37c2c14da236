import { describe, expect, it } from 'vitest';
import { changesOf, contentOf, faultsOf, unansweredIn, valuesOf } from './content.ts';
import type { NoticeQuestion } from './questions.ts';

const questions: readonly NoticeQuestion[] = [
  { kind: 'code', name: 'siteType', list: 'site-type', required: true },
  { kind: 'line', name: 'name', max: 120, required: true },
  { kind: 'codes', name: 'impact', list: 'access-impact' },
  { kind: 'count', name: 'accuracy' },
  { kind: 'instant', name: 'validFrom' },
  { kind: 'instant', name: 'followUpBy', day: true },
  { kind: 'position', name: 'position', required: true },
  { kind: 'outline', name: 'footprint' },
  { kind: 'contact', name: 'callContact' },
];

const fields = {
  siteType: 'CLINIC_PHC',
  name: 'Clinic of Aylan',
  impact: ['DELAY'],
  accuracy: 25,
  validFrom: '2026-11-27T06:00:00.000Z',
  position: { lat: 36.123456, lon: 37.234567 },
  footprint: [
    { lat: 36.1, lon: 37.1 },
    { lat: 36.2, lon: 37.1 },
    { lat: 36.2, lon: 37.2 },
  ],
  callContact: { name: 'Guard', phone: '+961 3 123 456' },
};

describe('what a notice says', () => {
  it('comes out of the form as it went in', () => {
    const content = contentOf(questions, valuesOf(questions, fields));

    expect({ ...content, validFrom: new Date(String(content['validFrom'])).toISOString() }).toEqual(fields);
  });

  it('leaves out what was not said', () => {
    expect(contentOf(questions, { name: '  ', impact: [], accuracy: '' })).toEqual({});
  });

  it('says what was changed and what was emptied, and nothing else', () => {
    const before = valuesOf(questions, fields);
    const after = { ...before, accuracy: '\u0661\u0660', 'callContact.name': '', 'callContact.phone': '' };

    expect(changesOf(questions, before, after)).toEqual({ changed: { accuracy: 10 }, clear: ['callContact'] });
  });

  it('keeps a day a day where no time need be known, to and fro', () => {
    expect(contentOf(questions, { 'followUpBy.date': '2026-12-01' })['followUpBy']).toBe('2026-12-01');
    expect(valuesOf(questions, { followUpBy: '2026-12-01T00:00:00Z' })).toMatchObject({
      'followUpBy.date': '2026-12-01',
      'followUpBy.time': '',
    });
  });

  it.each([
    ['half of an instant', 'validFrom', { 'validFrom.date': '2026-12-01' }, 'time'],
    ['a number that is none', 'accuracy', { accuracy: 'ten' }, 'number'],
    ['half of a number', 'accuracy', { accuracy: '2.5' }, 'number'],
    ['a thousand or one', 'accuracy', { accuracy: '1,000' }, 'number'],
    ['a thousand or one with a point', 'accuracy', { accuracy: '1.000' }, 'number'],
    ['a thousand or one in Arabic', 'accuracy', { accuracy: '١٬٠٠٠' }, 'number'],
    ['a number of programmers', 'accuracy', { accuracy: '0x10' }, 'number'],
    ['half of a position', 'position', { 'position.lat': '36.1' }, 'position'],
    ['words that name no position', 'position', { 'position.read': ['', '', 'by the bridge'] }, 'position'],
    ['corners with commas as decimal signs', 'footprint', { footprint: '36,1 37,1\n36,2 37,1\n36,2 37,2' }, 'outline'],
    ['corners with letters', 'footprint', { footprint: '36.1N 37.1W\n36.2N 37.1W\n36.2N 37.2W' }, 'outline'],
    ['two corners', 'footprint', { footprint: '36.1 37.1\n36.2 37.1' }, 'outline'],
    ['a contact without a number', 'callContact', { 'callContact.name': 'Guard' }, 'contact'],
  ] as const)('is not sent with %s', (_, name, values, fault) => {
    expect(faultsOf(questions, values).get(name)).toBe(fault);
    expect(contentOf(questions, values)[name]).toSatisfy((value) => value === undefined || fault !== 'time');
  });

  it('names what must still be said', () => {
    expect(unansweredIn(questions, { name: 'Clinic' })).toEqual(['siteType', 'position']);
  });
});
