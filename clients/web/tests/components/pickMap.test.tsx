import { act, cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { chooseLocale } from '../../src/i18n/index.ts';
import { LeafletMap } from '../../src/map/leaflet.ts';
import { PickMap } from '../../src/map/PickMap.tsx';
import { forgetState } from '../../src/state/sessionState.ts';
import type { Position } from '../../src/places/readPosition.ts';
import { drawNowhere, painted } from './paper.ts';
import { fakeServer } from './server.ts';

const area = [[[37, 36], [38, 36], [38, 37], [37, 36]]]; // prettier-ignore
const ground = {
  type: 'FeatureCollection',
  attribution: 'Nobody',
  bbox: [37.1, 36.1, 37.2, 36.2],
  features: [{ properties: { kind: 'admin1', pcode: 'XA01' }, geometry: { type: 'Polygon', coordinates: area } }],
};
const surveyed = { lat: 36.123456, lon: 37.234567 };

/** The map that opens, as whoever moves it by hand has it. */
async function open(value: Position | undefined) {
  const opened = vi.spyOn(LeafletMap.prototype, 'fitBounds');
  const taken: string[] = [];
  render(<PickMap label="Position" value={value} onTake={(written) => taken.push(written)} />);
  await waitFor(() => {
    expect(opened).toHaveBeenCalled();
  });
  await screen.findByText('Nobody'); // the ground has come, and a map that knew of no place goes to where it is
  await waitFor(() => {
    expect(opened).toHaveBeenCalledTimes(value === undefined ? 2 : 1);
  });
  return { map: opened.mock.contexts[0] as LeafletMap, taken };
}

const take = () => screen.getByRole<HTMLButtonElement>('button', { name: en['map.pick.take'] });

beforeEach(async () => {
  await chooseLocale('en');
  forgetState();
  drawNowhere();
  fakeServer({ '/map/ground.json': { body: ground } });
});
afterEach(async () => {
  await painted();
  cleanup();
  vi.unstubAllGlobals();
});

describe('choosing a place on a map', () => {
  it('takes nothing that nobody chose: a surveyed place stays as it was, also when somebody went nearer', async () => {
    const { map, taken } = await open(surveyed);
    expect(take().disabled).toBe(true);
    expect(screen.getByText(en['map.pick.unmoved'])).toBeTruthy();

    void act(() => void map.setZoom(16, { animate: false }));

    expect(take().disabled).toBe(true);
    expect(taken).toEqual([]);
  });

  it('takes what the map was moved to', async () => {
    const { map, taken } = await open(surveyed);

    void act(() => void map.panBy([80, 0], { animate: false }));
    await userEvent.click(take());

    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatch(/^36\.12\d*, 37\.2\d+$/);
    expect(taken[0]).not.toContain('37.2346');
  });

  it('takes nothing from so far away that a place is a guess', async () => {
    const { map } = await open(surveyed);

    void act(() => {
      map.setZoom(6, { animate: false });
      map.panBy([80, 0], { animate: false });
    });
    expect(take().disabled).toBe(true);
    expect(screen.getByText(en['map.pick.wide'])).toBeTruthy();

    void act(() => void map.setZoom(14, { animate: false }));
    expect(take().disabled).toBe(false);
  });

  it('does not take the middle of an area for a place', async () => {
    const { map } = await open(undefined);
    void act(() => void map.panBy([80, 0], { animate: false }));
    expect(take().disabled).toBe(false);

    await userEvent.type(screen.getByLabelText(en['map.pcode']), 'XA01');
    await userEvent.click(screen.getByRole('button', { name: en['map.pcode.show'] }));

    expect(take().disabled).toBe(true);
  });

  it('keeps what is under the cross there while somebody goes nearer by wheel, fingers or a double tap', async () => {
    const { map } = await open(surveyed);

    expect([map.options.scrollWheelZoom, map.options.touchZoom, map.options.doubleClickZoom]).toEqual(
      Array(3).fill('center'),
    );
  });
});
