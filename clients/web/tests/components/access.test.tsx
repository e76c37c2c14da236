import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccessActions } from '../../src/access/AccessActions.tsx';
import { AccessForm } from '../../src/access/AccessForm.tsx';
import { ReviseAccess } from '../../src/access/ReviseAccess.tsx';
import { ItemRow } from '../../src/components/ItemRow.tsx';
import { en } from '../../src/i18n/en.ts';
import { chooseLocale } from '../../src/i18n/index.ts';
import { AccessScreen } from '../../src/screens/AccessScreen.tsx';
import { ItemScreen } from '../../src/screens/ItemScreen.tsx';
import { keep } from '../../src/state/channelItems.ts';
import { forgetDrafts } from '../../src/state/drafts.ts';
import { store } from '../../src/state/store.ts';
import { constraint } from './notices.ts';
import { enter, plenary } from './people.ts';
import { fakeServer } from './server.ts';

const nothing = () => undefined;
const views = [
  { audience: 'side:humanitarian', label: 'humanitarian', outcome: 'shown', sentence: 'So.', view: { severity: '3' } },
  { audience: 'audience:police', label: 'police', outcome: 'review', sentence: 'Later.', view: { severity: '3' } },
];
const own = (change = {}) => constraint({ releases: [], ...change });
const code = (...codes: string[]) => ({ codes: codes.map((each) => ({ code: each, label: `the ${each}` })) });

beforeEach(() => {
  enter();
  forgetDrafts();
  store.codeLists.value = {
    'access-constraint-type': code('AC3', 'AC7'),
    'access-severity': code('1', '2', '3', '4'),
    'access-state': code('UNDER_FOLLOW_UP', 'ESCALATED', 'MITIGATED', 'RESOLVED', 'CLOSED_UNRESOLVED'),
    country: code('SYR'),
  };
});
afterEach(async () => {
  cleanup();
  await chooseLocale('en');
});

const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const type = (label: string, value: string, at = 0) => {
  const field = screen.getAllByLabelText(label)[at];
  if (field === undefined) throw new Error(label);
  fireEvent.input(field, { target: { value } });
};

describe('raising an access constraint', () => {
  it('says what is missing, shows what each side would get, and crosses only when it is meant', async () => {
    const { posts } = fakeServer({
      '/preview': { body: { views, fingerprint: 'print' } },
      '/notices': { status: 202, body: { item: 'x', reference: 'ACN-1', version: 1 } },
    });
    render(<AccessForm channel={plenary} />);
    expect(screen.getByText(/Title.? or .?Full account/)).toBeTruthy();
    expect(posts('/preview')).toHaveLength(0);

    choose(en['field.constraintType'], 'AC3');
    choose(en['field.access-constraint.severity'], '3');
    choose(en['field.country'], 'SYR');
    type(en['field.title'], 'Papers');
    type(en['form.day'], '2026-11-02');
    const send = await screen.findByRole('button', { name: /^Send to .*coordinator decides about .*Police/ });
    expect(send).toHaveProperty('disabled', true);
    await userEvent.click(screen.getByRole('checkbox', { name: /I mean this for another side/ }));
    await userEvent.click(send);

    expect(await screen.findByText(en['access.received'])).toBeTruthy();
    const [sent] = posts('/notices');
    expect(sent?.path).toBe('/api/access/channels/plenary/notices');
    expect(sent?.shown).toBe('print');
    expect(sent?.body).toMatchObject({
      constraintType: 'AC3',
      severity: '3',
      title: 'Papers',
      sensitivity: 'moderate',
    });
    expect(sent?.body['startedAt']).toBe('2026-11-02');
    expect(posts('/preview').at(-1)?.body).toMatchObject({ kind: 'access-constraint', releaseTo: ['own-side'] });
  });

  it('keeps every word while one is elsewhere', () => {
    fakeServer({});
    const { unmount } = render(<AccessForm channel={plenary} />);
    type(en['field.title'], 'Papers');
    unmount();

    render(<AccessForm channel={plenary} />);

    expect(screen.getByLabelText(en['field.title'])).toHaveProperty('value', 'Papers');
  });
});

describe('the page of an access constraint', () => {
  it('tells whoever holds it that it eases, and that its follow-up is due, and asks nobody for it', () => {
    const { asked } = fakeServer({});
    const course = {
      severityBefore: '4',
      severitySince: '2026-11-03T08:00:00Z',
      followUpDueSince: '2026-11-10T00:00:00Z',
    };
    keep([constraint({ fields: { ...constraint().fields, ...course } })]);

    render(<ItemScreen id="ac1" />);

    expect(screen.getByText(/It eases: from .*the 4.* to .*the 3/)).toBeTruthy();
    expect(screen.getByText(/Follow-up is due\./).textContent).toMatch(/9 Nov 2026$/);
    expect(screen.queryByText(en['field.severityBefore'])).toBeNull();
    expect(asked.filter((each) => each.path.includes('/history'))).toEqual([]);
  });

  it('names effect and delay in its own words, and hints at nothing that its reader does not hold', () => {
    fakeServer({});
    const { negotiation: _, ...fields } = constraint().fields;
    keep([constraint({ fields })]);

    const { container } = render(<ItemScreen id="ac1" />);

    expect(container.textContent).toContain(en['field.access-constraint.impact']);
    expect(container.textContent).toContain('48 hours');
    expect(container.textContent).not.toContain(en['field.negotiation']);
  });
});

describe('what may be done with an access constraint', () => {
  it('is nothing for others of the side', () => {
    const { container } = render(<AccessActions item={constraint()} />);

    expect(container.textContent).toBe('');
  });

  it('is for its own organisation to say how it goes on, with a note, and never what it is already', async () => {
    const { posts } = fakeServer({ '/state': { status: 202, body: { item: 'ac1', reference: 'ACN-1', version: 2 } } });
    render(<AccessActions item={own()} />);

    await userEvent.click(screen.getByRole('button', { name: en['access.state'] }));
    expect(screen.queryByRole('option', { name: 'the UNDER_FOLLOW_UP' })).toBeNull();
    choose(en['field.state'], 'MITIGATED');
    type(en['access.state.note'], 'A second road is used.');
    await userEvent.click(screen.getByRole('button', { name: en['access.state.confirm'] }));

    await waitFor(() => {
      expect(posts('/items/ac1/state')[0]?.body).toEqual({ state: 'MITIGATED', note: 'A second road is used.' });
    });
  });

  it('ends with the constraint, except taking it back', () => {
    render(<AccessActions item={own({ fields: { ...constraint().fields, state: 'RESOLVED' } })} />);

    expect(screen.queryByText(en['access.update'])).toBeNull();
    expect(screen.queryByText(en['access.state'])).toBeNull();
    expect(screen.getByRole('button', { name: en['item.withdraw'] })).toBeTruthy();
  });

  it('is for a coordinator to say who follows it up, and nothing of what it says', async () => {
    enter({ isCoordinator: true, audience: 'coordination' });
    const { posts } = fakeServer({ '/update': { status: 202, body: { item: 'ac1', reference: 'ACN-1', version: 2 } } });
    render(<AccessActions item={constraint()} />);
    expect(screen.queryByText(en['access.update'])).toBeNull();
    expect(screen.queryByText(en['item.withdraw'])).toBeNull();

    await userEvent.click(screen.getByRole('button', { name: en['access.followUp'] }));
    await screen.findByLabelText(en['field.followUpOwner']);
    type(en['field.followUpOwner'], 'Access officer');
    await userEvent.click(screen.getByRole('button', { name: en['access.state.confirm'] }));

    await waitFor(() => {
      expect(posts('/items/ac1/update')[0]?.body).toEqual({ followUpOwner: 'Access officer' });
    });
  });

  it('is to update it: only what changed is sent, on the version that was read', async () => {
    const { posts } = fakeServer({
      '/preview': { body: { views: views.slice(0, 1), fingerprint: 'print' } },
      '/update': { status: 202, body: { item: 'ac1', reference: 'ACN-1', version: 4 } },
    });
    render(
      <ReviseAccess
        item={own({ version: 3, releases: [{ audience: 'side:humanitarian', state: 'released' }] })}
        channel={plenary}
      />,
    );
    choose(en['field.access-constraint.severity'], '2');
    fireEvent.input(screen.getByLabelText(en['field.delayHours'].concat()), { target: { value: '' } });

    await userEvent.click(await screen.findByRole('button', { name: /^Send to/ }));

    await waitFor(() => {
      expect(posts('/update')[0]?.body).toEqual({ severity: '2', clear: ['delayHours'], ifVersion: 3 });
    });
  });
});

describe('lists of access constraints', () => {
  it('have rows with severity, state and the follow-up that is due', () => {
    const { container } = render(<ItemRow item={constraint()} onReply={nothing} onEdit={nothing} />);

    expect(container.querySelector('h2')?.textContent).toBe('Papers for the northern road');
    expect(container.querySelector('.brief')?.textContent).toContain('the 3');
    expect(container.querySelector('.late')?.textContent).toBe(en['access.followUp.due']);
    expect(container.querySelector('.marking')).not.toBeNull();
  });

  it('are whole where they came on several short pages', async () => {
    const page = (n: number, next?: number) => ({
      body: {
        items: [constraint({ item: `ac${String(n)}` })],
        count: 9,
        ...(next === undefined ? {} : { next: `p${String(next)}` }),
      },
    });
    fakeServer({
      ...Object.fromEntries([2, 3, 4, 5, 6, 7, 8].map((n) => [`after=p${String(n)}`, page(n, n + 1)])),
      'after=p9': page(9),
      '/items?': page(1, 2),
    });
    const { container } = render(<AccessScreen />);

    await waitFor(() => {
      expect(container.querySelectorAll('article')).toHaveLength(9);
    });
    expect(screen.queryByRole('button', { name: en['incidents.more'] })).toBeNull();
  });

  it('are filtered by type and words, and count what is due', async () => {
    const mines = constraint({
      item: 'ac2',
      fields: { constraintType: 'AC7', severity: '4', title: 'Mines', state: 'REPORTED' },
    });
    fakeServer({ '/items?': { body: { items: [constraint(), mines], count: 2 } } });
    const { container } = render(<AccessScreen />);
    const rows = () => [...container.querySelectorAll('article')].map((row) => row.getAttribute('data-item'));

    expect(await screen.findByText('1 follow-up is due.')).toBeTruthy();
    expect(rows()).toEqual(['ac1', 'ac2']);

    choose(en['field.constraintType'], 'AC7');
    expect(rows()).toEqual(['ac2']);
    choose(en['field.constraintType'], '');
    type(en['filter.search'], 'northern papers');
    expect(rows()).toEqual(['ac1']);
    type(en['filter.search'], 'nowhere');
    expect(await screen.findByText(en['board.noMatch'])).toBeTruthy();
  });

  it('show the humanitarian side the counts of all, with the least that is counted', async () => {
    const { asked } = fakeServer({
      '/items?': { body: { items: [], count: 0 } },
      '/overview': {
        body: {
          publishedAt: '2026-11-27T00:00:00Z',
          minimum: 5,
          cells: [
            { admin1: 'SY01', month: '2026-10', constraintType: 'AC3', count: 7, highestSeverity: '3-4' },
            { admin1: null, month: '2026-10', constraintType: 'AC3', count: 5, highestSeverity: '1-2' },
          ],
        },
      },
    });
    render(<AccessScreen />);
    const fold = screen.getByText(en['access.overview']).closest('details');
    if (fold === null) throw new Error('no overview');
    fold.open = true;
    fireEvent(fold, new Event('toggle'));
    await waitFor(() => screen.getByLabelText(en['access.overview.span']));
    choose(en['field.country'], 'SYR');

    expect(await screen.findByText('the 3 or the 4')).toBeTruthy();
    expect(screen.getByText(/fewer than 5 of one type/)).toBeTruthy();
    expect(screen.getByText(en['access.overview.otherAreas'])).toBeTruthy();
    expect(asked.at(-1)?.path).toMatch(/overview\?country=SYR&from=\d{4}-\d\d&to=\d{4}-\d\d$/);
  });

  it('show a force no counts', () => {
    enter({ side: 'security', audience: 'military:northern-force' });
    fakeServer({ '/items?': { body: { items: [], count: 0 } } });

    render(<AccessScreen />);

    expect(screen.queryByText(en['access.overview'])).toBeNull();
  });
});
