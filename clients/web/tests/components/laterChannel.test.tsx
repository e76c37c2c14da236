import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../src/api/channels.ts';
import { ChannelAbout } from '../../src/components/ChannelAbout.tsx';
import { GroupList } from '../../src/components/GroupList.tsx';
import { firstChoice } from '../../src/composer/releaseChoice.ts';
import { en } from '../../src/i18n/en.ts';
import { ReportScreen } from '../../src/screens/ReportScreen.tsx';
import { store } from '../../src/state/store.ts';
import { enter, plenary } from './people.ts';
import { fakeServer } from './server.ts';

const later: Channel = { ...plenary, id: 'later', name: 'Crossing point', kind: 'crossing' as Channel['kind'] };

beforeEach(() => {
  enter();
  fakeServer({});
  store.groups.value = store.groups.value.map((group) => ({ ...group, channels: [plenary, later] }));
});
afterEach(cleanup);

describe('a channel of a kind that only a later server knows', () => {
  it('is listed by its name, with its kind as it is', () => {
    render(<GroupList />);

    expect(screen.getByRole('link', { name: /Crossing point/ }).textContent).toContain('crossing');
  });

  it('can be chosen for a report', () => {
    render(<ReportScreen />);

    expect(screen.getByRole('link', { name: /Crossing point/ }).textContent).toContain('crossing');
  });

  it('says who is in it', () => {
    const [group] = store.groups.value;
    if (group === undefined) throw new Error('No group.');

    const { container } = render(<ChannelAbout group={group} channel={later} />);

    expect(container.textContent).toContain(en['channel.admits']);
  });

  it('crosses to nobody unless its author says so', () => {
    expect(firstChoice(later)).toEqual({ kind: 'side' });
  });
});
