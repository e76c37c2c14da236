import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { IncidentsScreen } from '../../src/screens/IncidentsScreen.tsx';
import { enter, incident } from './people.ts';
import { fakeServer } from './server.ts';

const one = { items: [incident()], count: 1 };
const none = { items: [], count: 0 };
const search = (words: string) => {
  fireEvent.input(screen.getByLabelText(en['filter.search']), { target: { value: words } });
};

beforeEach(() => {
  enter();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('searching', () => {
  it('says of new words what was found for them, and never what was found for others', async () => {
    let answer: (reply: { body: unknown }) => void = () => undefined;
    const later = new Promise<{ body: unknown }>((resolve) => (answer = resolve));
    fakeServer({ 'q=lantern': () => later, '/items': { body: one } });
    render(<IncidentsScreen />);
    await screen.findByText('1 found');

    search('lantern');

    expect(screen.queryByText('1 found')).toBeNull();
    expect(screen.getByText(en['incidents.searching'])).toBeTruthy();
    answer({ body: none });
    expect(await screen.findByText('Nothing found')).toBeTruthy();
    expect(screen.queryByText(en['incidents.searching'])).toBeNull();
  });

  it('says nothing of what was found before when the answer does not come', async () => {
    fakeServer({ 'q=lantern': { status: 503, body: { code: 'CG-5003' } }, '/items': { body: one } });
    render(<IncidentsScreen />);
    await screen.findByText('1 found');

    search('lantern');

    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(screen.queryByText('1 found')).toBeNull();
    expect(screen.queryByText(en['incidents.searching'])).toBeNull();
  });
});
