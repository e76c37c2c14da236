import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AdvisoryActions } from '../../src/advisories/AdvisoryActions.tsx';
import { AmendAdvisory } from '../../src/advisories/AmendAdvisory.tsx';
import { WriteAdvisory } from '../../src/advisories/WriteAdvisory.tsx';
import { Boards } from '../../src/components/Boards.tsx';
import { ChannelWritings } from '../../src/components/ChannelWritings.tsx';
import { ItemRow } from '../../src/components/ItemRow.tsx';
import { en } from '../../src/i18n/en.ts';
import { AdvisoriesScreen } from '../../src/screens/AdvisoriesScreen.tsx';
import { ItemScreen } from '../../src/screens/ItemScreen.tsx';
import { keep } from '../../src/state/channelItems.ts';
import { forgetDrafts } from '../../src/state/drafts.ts';
import { store } from '../../src/state/store.ts';
import { advisory } from './notices.ts';
import { enter, plenary, room } from './people.ts';
import { fakeServer } from './server.ts';

const nothing = () => undefined;
const force = { side: 'security', audience: 'military:northern-force' } as const;
const code = (...codes: string[]) => ({ codes: codes.map((each) => ({ code: each, label: `the ${each}` })) });
const told = {
  views: [{ audience: 'side:humanitarian', label: 'humanitarian', outcome: 'shown', sentence: 'So it is.' }],
  fingerprint: 'print',
};
const taken = { status: 202, body: { item: 'ad1', reference: 'ADV-1', version: 2, warnings: [] } };
const own = (change = {}) => advisory({ releases: [], ...change });

beforeEach(() => {
  enter(force);
  forgetDrafts();
  store.codeLists.value = {
    'advisory-type': code('ROUTE_STATUS', 'WEATHER'),
    'route-status': code('OPEN', 'CLOSED'),
    'cap-severity': code('SEVERE', 'MINOR'),
    'cap-urgency': code('IMMEDIATE'),
    'cap-certainty': code('OBSERVED'),
    country: code('SYR'),
  };
});
afterEach(() => {
  cleanup();
});

const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const type = (label: string, value: string, at = 0) => {
  const field = screen.getAllByLabelText(label)[at];
  if (field === undefined) throw new Error(label);
  fireEvent.input(field, { target: { value } });
};

describe('writing an advisory', () => {
  it('asks the state of a route where it is about one, shows who gets what, and sends what was shown', async () => {
    const { posts } = fakeServer({ '/preview': { body: told }, '/advisories': taken });
    render(<WriteAdvisory channel={room} />);
    expect(screen.queryByLabelText(en['field.routeStatus'])).toBeNull();

    choose(en['field.advisoryType'], 'ROUTE_STATUS');
    choose(en['field.routeStatus'], 'CLOSED');
    choose(en['field.severity'], 'SEVERE');
    choose(en['field.urgency'], 'IMMEDIATE');
    choose(en['field.certainty'], 'OBSERVED');
    for (const [at, day] of ['2026-12-01', '2026-12-02'].entries()) {
      type(en['form.day'], day, at);
      type(en['movement.time'], '06:00', at);
    }
    choose(en['field.country'], 'SYR');
    type(en['field.advisory.summary'], 'The bridge is closed.');
    await userEvent.click(await screen.findByRole('button', { name: /^Send to .*umanitarian/ }));

    expect(await screen.findByText(en['advisory.received'])).toBeTruthy();
    const [sent] = posts('/advisories');
    expect(sent?.path).toBe('/api/movements/channels/room/advisories');
    expect(sent?.shown).toBe('print');
    expect(sent?.body).toMatchObject({ routeStatus: 'CLOSED', summary: 'The bridge is closed.' });
    expect(sent?.body).not.toHaveProperty('releaseTo');
    expect(sent?.body).not.toHaveProperty('recipients');
  });

  it('asks coordination nothing that would stay with a force', () => {
    fakeServer({});
    enter({ isCoordinator: true, audience: 'coordination' });

    render(<WriteAdvisory channel={room} />);

    expect(screen.queryByLabelText(en['field.operation'])).toBeNull();
    expect(screen.queryByLabelText(en['field.unit'])).toBeNull();
  });

  it('is offered to a force and to coordination in a notification room, and to nobody else', () => {
    const offered = (change: object, channel = room) => {
      enter(change);
      const { container, unmount } = render(<ChannelWritings channel={channel} />);
      const text = container.textContent;
      unmount();
      return text.includes(en['advisory.here']);
    };

    expect(offered(force)).toBe(true);
    expect(offered({ isCoordinator: true })).toBe(true);
    expect(offered({})).toBe(false);
    expect(offered(force, plenary)).toBe(false);
  });
});

describe('what may be done with an advisory', () => {
  it('is to amend it: only what changed is sent, and the state of a route goes with the route', async () => {
    const { posts } = fakeServer({ '/amend-advisory': taken });
    render(<AmendAdvisory item={own()} channel={room} />);

    choose(en['field.advisoryType'], 'WEATHER');
    await userEvent.click(screen.getByRole('button', { name: /^Send to/ }));

    await waitFor(() => {
      expect(posts('/amend-advisory')[0]?.body).toEqual({
        advisoryType: 'WEATHER',
        clear: ['routeStatus'],
        ifVersion: 1,
        before: { advisoryType: 'ROUTE_STATUS', routeStatus: own().fields['routeStatus'] },
      });
    });
  });

  it('is to end it, after a second gesture', async () => {
    const { posts } = fakeServer({ '/end': taken });
    render(<AdvisoryActions item={own()} />);

    await userEvent.click(screen.getByRole('button', { name: en['advisory.end'] }));
    await userEvent.click(screen.getByRole('button', { name: en['advisory.end.confirm'] }));

    await waitFor(() => {
      expect(posts('/items/ad1/end')[0]?.body).toEqual({ ifVersion: 1 });
    });
  });

  it('is nothing for who reads it, and only taking it back once it is over', () => {
    const { container, unmount } = render(<AdvisoryActions item={advisory()} />);
    expect(container.textContent).toBe('');
    unmount();

    render(<AdvisoryActions item={own({ fields: { ...advisory().fields, state: 'ENDED' } })} />);
    expect(screen.queryByText(en['advisory.end'])).toBeNull();
    expect(screen.getByRole('button', { name: en['item.withdraw'] })).toBeTruthy();
  });
});

describe('reading advisories', () => {
  it('says on the page what an advisory is, and when it counts on both clocks', () => {
    enter();
    fakeServer({});
    keep([advisory()]);

    const { container } = render(<ItemScreen id="ad1" />);

    expect(screen.getByText(en['advisory.what'])).toBeTruthy();
    expect(container.textContent).toContain('UTC');
    expect(container.querySelector('h1')?.textContent).toMatch(/the ROUTE_STATUS.*Bridge of Aylan/);
  });

  it('says in a row how the route is, how grave it is, and that it is over', () => {
    const { container } = render(
      <ItemRow
        item={advisory({ fields: { ...advisory().fields, validUntil: '2026-01-01T00:00:00Z' } })}
        onReply={nothing}
        onEdit={nothing}
      />,
    );

    expect(container.querySelector('.brief')?.textContent).toContain('the CLOSED');
    expect(container.querySelector('.late')?.textContent).toBe(en['advisory.over']);
    expect(container.querySelector('.marking')).not.toBeNull();
  });

  it('lists what is in force first', async () => {
    const ended = advisory({ item: 'ad2', fields: { ...advisory().fields, state: 'ENDED' } });
    fakeServer({ '/items?': { body: { items: [ended, advisory()], count: 2 } } });

    const { container } = render(<AdvisoriesScreen />);

    expect(await screen.findByText('1 is in force.')).toBeTruthy();
    const rows = [...container.querySelectorAll('article')].map((row) => row.getAttribute('data-item'));
    expect(rows).toEqual(['ad1', 'ad2']);
  });
});

describe('the ways to the lists', () => {
  const ways = () => screen.queryAllByRole('link').map((link) => link.getAttribute('href'));

  it('lead where the rooms of a person take them', () => {
    enter();
    render(<Boards />);

    expect(ways()).toEqual(['#/incidents', '#/movements', '#/sites', '#/advisories', '#/access']);
  });

  it('lead from a caucus alone to no notification of another side', () => {
    store.groups.value = store.groups.value.map((group) => ({ ...group, channels: [{ ...plenary, kind: 'caucus' }] }));
    render(<Boards />);

    expect(ways()).toEqual(['#/incidents', '#/access']);
  });

  it('are not there for who is in no room', () => {
    store.groups.value = [];
    render(<Boards />);

    expect(ways()).toEqual([]);
  });
});
