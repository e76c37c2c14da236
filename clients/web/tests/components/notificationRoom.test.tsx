import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Channel } from '../../src/api/channels.ts';
import { ChannelScreen } from '../../src/screens/ChannelScreen.tsx';
import { ReportScreen } from '../../src/screens/ReportScreen.tsx';
import { store } from '../../src/state/store.ts';
import { enter, plenary } from './people.ts';
import { fakeServer } from './server.ts';

const room: Channel = {
  ...plenary,
  id: 'room',
  name: 'Movements and sites',
  kind: 'notification',
  mayPost: false,
  crossing: 'none',
};

beforeEach(() => {
  fakeServer({ '/items': { body: { items: [] } }, '/members': { body: { members: [] } } });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('a notification room', () => {
  it('tells what it is for where elsewhere one writes', async () => {
    open({});

    expect(await screen.findByText('There is no notification for you here.')).toBeTruthy();
    expect(screen.getByText(/told about movements and sites\. It asks nothing of them/)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByText(/stays on your side/)).toBeNull();
  });

  it('names whom a notification reaches to who may notify', () => {
    open({ forces: ['military:northern-force', 'police'] });

    expect(screen.getByRole('heading', { name: 'Whom a notification can reach now' })).toBeTruthy();
    expect(screen.getByText(/Northern force/i)).toBeTruthy();
  });

  it('says so when it reaches nobody', () => {
    open({ forces: [] });

    expect(screen.getByText(/Nobody outside the humanitarian side/)).toBeTruthy();
  });

  it('names nobody to who may not notify', () => {
    open({});

    expect(screen.queryByText('Whom a notification can reach now')).toBeNull();
  });

  it('is no place to report an incident in', () => {
    enter();
    store.groups.value = store.groups.value.map((group) => ({
      ...group,
      channels: [plenary, { ...plenary, id: 'second' }, room],
    }));

    render(<ReportScreen />);

    expect(screen.queryByText('Movements and sites')).toBeNull();
  });
});

function open(change: Partial<Channel>): void {
  enter();
  store.groups.value = store.groups.value.map((group) => ({ ...group, channels: [plenary, { ...room, ...change }] }));
  render(<ChannelScreen id="room" />);
}
