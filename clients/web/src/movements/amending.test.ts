import { describe, expect, it } from 'vitest';
import { isTouched, namedOver, namedWith, untouched, type Typed } from '../notices/typed.ts';
import { answersWith, overtakenIn, typedOver, type Keeps } from '../notices/typedOver.ts';
import { answersOf, formWith } from './amending.ts';
import { contentOf, emptyForm, emptyStop, type MovementForm } from './form.ts';

const road = {
  type: 'LineString',
  coordinates: [
    [37.1, 36.1],
    [37.2, 36.2],
  ],
} as const;
const first: MovementForm = {
  ...emptyForm,
  values: { notes: 'Slow.', staff: '4' },
  geometry: road,
  alternates: [road],
  named: { police: true, 'military:north': true },
};
const typedInto = (form: MovementForm, over = first, typed = untouched(3)): Typed => ({
  ...typedOver(answersOf(over), answersOf(form), typed),
  named: namedOver(over.named, form.named),
});
const shownOver = (now: MovementForm, typed: Typed): MovementForm =>
  formWith(answersWith(answersOf(now), typed), namedWith(now.named, typed));
const overtakenOn = (now: MovementForm, keeps: Keeps<Typed>) =>
  overtakenIn(keeps, answersOf(now), (answers) => contentOf(formWith(answers, {})));
/** As it comes back after a reload. */
const kept = (form: MovementForm) => JSON.parse(JSON.stringify(typedInto(form))) as Typed;

describe('what was typed into an amendment', () => {
  it('is nothing as long as nothing differs', () => {
    expect(isTouched(untouched(3))).toBe(false);
    expect(isTouched(kept({ ...first }))).toBe(false);
    expect(isTouched({ ...untouched(3), reason: 'Slow.' })).toBe(true);
  });

  it('comes back whole: answers, stops, a road that was taken out and who is left out', () => {
    const { geometry: _, ...rest } = first;
    const form = {
      ...rest,
      values: { notes: 'Slower.' },
      stops: [emptyStop, emptyStop, emptyStop],
      alternates: [],
      named: { police: true },
    };

    expect(shownOver(first, kept(form))).toEqual({
      ...form,
      values: { notes: 'Slower.', staff: '' },
      geometry: undefined,
    });
  });

  it('lets stand what a newer version changed beside it, and names nobody whom that version does not name', () => {
    const typed = kept({
      ...first,
      values: { ...first.values, notes: 'Slower.' },
      named: { ...first.named, police: false },
    });
    const newer = { ...first, values: { ...first.values, staff: '9' }, named: { 'military:north': true } };

    expect(shownOver(newer, typed)).toEqual({ ...newer, values: { notes: 'Slower.', staff: '9' } });
  });

  it('keeps a contact whole, so that nobody gets the name of one with the number of another', () => {
    const values = { 'callContact.name': 'A', 'callContact.phone': '1', staff: '4' };
    const over = { ...first, values };
    const typed = typedInto({ ...over, values: { ...values, 'callContact.phone': '2' } }, over);
    const newer = { ...over, values: { ...values, 'callContact.name': 'B', 'callContact.phone': '3', staff: '9' } };

    expect(shownOver(newer, typed).values).toEqual({ 'callContact.name': 'A', 'callContact.phone': '2', staff: '9' });
  });

  it('is decided part by part where a colleague changed the same, also in vehicles, and where both say the same there is nothing to decide', () => {
    const car = { type: 'LIGHT_4X4', plate: '1', colour: '', marking: '' };
    const mine = kept({ ...first, values: { ...first.values, notes: 'Slower.', staff: '5' }, vehicles: [car] });
    const newer = { ...first, values: { notes: 'Slower.', staff: '9' }, vehicles: [{ ...car, plate: '2' }] };
    let typed = mine;
    const asked = () => overtakenOn(newer, { typed, say: (next) => (typed = next) });
    const fields = () => asked().map((answer) => answer.fields);

    expect(fields()).toEqual([['staff'], ['vehicles']]);
    asked()[1]?.take();
    expect(fields()).toEqual([['staff']]);
    asked()[0]?.keepMine();

    expect(fields()).toEqual([]);
    expect(shownOver(newer, typed)).toEqual({ ...newer, values: { notes: 'Slower.', staff: '5' } });
    expect(overtakenOn(newer, { typed: mine, newer: true, say: () => undefined })).toEqual([]);
  });

  it('goes on being over what it was begun on while it is typed through a colleague’s answer', () => {
    const begun = kept({ ...first, values: { ...first.values, staff: '1' } });
    const newer = { ...first, values: { ...first.values, staff: '12' } };
    const through = typedInto({ ...newer, values: { ...newer.values, staff: '12' } }, newer, begun);
    const typed = typedInto({ ...newer, values: { ...newer.values, staff: '120' } }, newer, through);
    const asked = (now: Typed) =>
      overtakenOn(newer, { typed: now, say: () => undefined }).flatMap((each) => each.fields);

    expect([begun, through, typed].map(asked)).toEqual([['staff'], [], ['staff']]);
  });
});
