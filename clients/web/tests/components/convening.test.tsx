import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enConvening as say } from '../../src/convening/enConvening.ts';
import { chooseLocale } from '../../src/i18n/index.ts';
import { GroupScreen } from '../../src/screens/GroupScreen.tsx';
import { GroupsScreen } from '../../src/screens/GroupsScreen.tsx';
import { route } from '../../src/state/route.ts';
import { enter, group } from './people.ts';
import { fakeServer } from './server.ts';

const organisations = {
  organisations: [
    { id: 'rf', name: 'Relief First', constituency: 'ingo' },
    { id: 'nc', name: 'Northern Command', constituency: 'military', force: 'northern-force' },
    { id: 'co', name: 'Coordination Office', constituency: 'coordination' },
  ],
};
const members = {
  members: [
    {
      person: 'amina',
      displayName: 'Amina Haddad',
      organisation: { id: 'co', name: 'Coordination Office' },
      constituency: 'coordination',
    },
    { person: 'noor1', displayName: 'Noor', organisation: { id: 'rf', name: 'Relief First' }, constituency: 'ingo' },
    {
      person: 'noor2',
      displayName: 'Noor',
      organisation: { id: 'nc', name: 'Northern Command' },
      constituency: 'military',
    },
  ],
};
const people = { people: [{ id: 'p7', displayName: 'Samir', suspended: false }] };

function serve(replies: Parameters<typeof fakeServer>[0] = {}) {
  return fakeServer({
    ...replies,
    '/organisations/rf/people': { body: people },
    '/organisations/nc/people': { body: { people: [] } },
    '/identity/organisations': { body: organisations },
    '/groups/group/members': { body: members },
    '/channels/groups': { body: { groups: [group] } },
  });
}

/** What is folded up under a title. */
async function part(title: string) {
  const summary = await screen.findByText(title, { selector: 'summary' });
  const details = summary.closest('details');
  if (details === null) throw new Error(title);
  details.open = true;
  return within(details);
}

beforeEach(() => {
  enter({ isCoordinator: true, audience: 'coordination' });
});
afterEach(async () => {
  cleanup();
  await chooseLocale('en');
});

describe('convening a contact group', () => {
  it('is for coordinators', async () => {
    enter();
    serve();
    render(<GroupScreen id="group" />);

    expect(await screen.findByText('Amina Haddad')).toBeTruthy();
    expect(screen.queryByText(say['posture.title'])).toBeNull();
  });

  it('changes the posture for another, and with a reason', async () => {
    const { posts } = serve({ '/posture': { status: 204 } });
    render(<GroupScreen id="group" />);
    const posture = await part(say['posture.title']);
    const send = posture.getByRole('button', { name: say['posture.send'] });

    fireEvent.input(posture.getByLabelText(say['posture.reason']), { target: { value: 'Fighting on the road.' } });
    expect(send).toHaveProperty('disabled', true);
    await userEvent.click(posture.getByRole('radio', { name: /^Distance/ }));
    await userEvent.click(send);

    await posture.findByText(say.done);
    expect(posts('/groups/group/posture')).toMatchObject([
      { body: { posture: 'distance', reason: 'Fighting on the road.' } },
    ]);
  });

  it('adds a person by way of their organisation', async () => {
    const { posts } = serve();
    render(<GroupScreen id="group" />);
    const add = await part(say['member.add']);

    await add.findByRole('option', { name: 'Northern Command' });
    fireEvent.change(add.getByLabelText(say['member.organisation']), { target: { value: 'nc' } });
    expect(await add.findByText(say['member.nobody'])).toBeTruthy();
    fireEvent.change(add.getByLabelText(say['member.organisation']), { target: { value: 'rf' } });
    fireEvent.change(await add.findByLabelText(say['member.person']), { target: { value: 'p7' } });
    await userEvent.click(add.getByRole('button', { name: say['member.send'] }));

    await add.findByText(/^Added:.*Samir/);
    expect(posts('/groups/group/members')).toMatchObject([{ body: { person: 'p7' } }]);
  });

  it('ends the membership of whom it names, of two with one name, and never one’s own', async () => {
    const { asked } = serve({ '/members/noor2': { status: 204 } });
    render(<GroupScreen id="group" />);
    const remove = await part(say['member.remove']);

    await remove.findByRole('option', { name: 'Noor (Northern Command)' });
    expect(remove.queryByRole('option', { name: /Amina/ })).toBeNull();
    fireEvent.change(remove.getByLabelText(say['member.who']), { target: { value: 'noor2' } });
    await userEvent.click(remove.getByRole('button', { name: say['member.end'] }));

    await remove.findByText(/^Membership ended:.*Noor/);
    expect(asked.filter(({ method }) => method === 'DELETE').map(({ path }) => path)).toEqual([
      '/api/channels/groups/group/members/noor2',
    ]);
  });

  it('opens a caucus for those who are chosen, and a desk for a force', async () => {
    const { posts } = serve({ '/groups/group/channels': { status: 201, body: { id: 'c9' } } });
    render(<GroupScreen id="group" />);
    const open = await part(say['channel.title']);
    await screen.findAllByRole('option', { name: 'Northern Command' });
    fireEvent.input(open.getByLabelText(say['channel.name']), { target: { value: 'NGO room' } });
    fireEvent.change(open.getByLabelText(say['channel.kind']), { target: { value: 'caucus' } });
    const send = open.getByRole('button', { name: say['channel.send'] });
    expect(send).toHaveProperty('disabled', true);

    expect(open.getByRole('checkbox', { name: /military/ })).toBeTruthy();
    await userEvent.click(open.getByRole('checkbox', { name: 'International NGOs' }));
    expect(open.queryByRole('checkbox', { name: /military/ })).toBeNull(); // sides do not mix
    await userEvent.click(send);

    await open.findByText(say.done);
    expect(posts('/groups/group/channels')).toMatchObject([
      { body: { name: 'NGO room', kind: 'caucus', admits: ['ingo'] } },
    ]);
    fireEvent.change(open.getByLabelText(say['channel.kind']), { target: { value: 'desk' } });
    expect(
      within(open.getByLabelText(say['channel.admits']))
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual([say.choose, '\u2068Northern Force\u2069 (military)']);
  });

  it('writes new terms only when they say something else', async () => {
    const { posts } = serve({ '/groups/group/terms': { body: { version: 2 } } });
    render(<GroupScreen id="group" />);
    const terms = await part(say['terms.title']);
    const send = terms.getByRole('button', { name: say['terms.send'] });

    fireEvent.input(terms.getByLabelText('Purpose'), { target: { value: 'Keep aid workers safe.' } });
    expect(send).toHaveProperty('disabled', true);
    fireEvent.input(terms.getByLabelText('Assumptions'), { target: { value: 'Notification is never permission.' } });
    await userEvent.click(send);

    await waitFor(() => {
      expect(posts('/groups/group/terms')).toMatchObject([
        { body: { purpose: 'Keep aid workers safe.', assumptions: 'Notification is never permission.' } },
      ]);
    });
  });

  it('keeps the words of what was refused', async () => {
    serve({ '/posture': { status: 403, body: { code: 'CG-2003' } } });
    render(<GroupScreen id="group" />);
    const posture = await part(say['posture.title']);

    fireEvent.input(posture.getByLabelText(say['posture.reason']), { target: { value: 'Quiet again.' } });
    await userEvent.click(posture.getByRole('radio', { name: /^Cooperation/ }));
    await userEvent.click(posture.getByRole('button', { name: say['posture.send'] }));

    await posture.findByRole('alert');
    expect(posture.getByLabelText(say['posture.reason'])).toHaveProperty('value', 'Quiet again.');
  });

  it('opens a contact group with its terms, and goes there', async () => {
    const { posts } = fakeServer({
      '/channels/groups': { status: 201, body: { id: 'new1', groups: [group] } },
    });
    render(<GroupsScreen />);
    const open = await part(say['group.title']);

    fireEvent.input(open.getByLabelText(say['group.name']), { target: { value: 'South' } });
    fireEvent.input(open.getByLabelText('Purpose'), { target: { value: 'Keep aid workers safe.' } });
    fireEvent.input(open.getByLabelText('Assumptions'), { target: { value: 'No live positions.' } });
    await userEvent.click(open.getByRole('button', { name: say['group.send'] }));

    await waitFor(() => {
      expect(route.value).toEqual({ name: 'group', group: 'new1' });
    });
    expect(posts('/channels/groups')).toMatchObject([{ body: { name: 'South', posture: 'coexistence' } }]);
    location.hash = '';
  });
});

describe('looking after accounts', () => {
  beforeEach(() => {
    enter({ isAdministrator: true, audience: null, organisation: null, side: null });
  });

  it('adds an organisation, with its force where it has one', async () => {
    const { posts } = serve();
    render(<GroupsScreen />);
    const add = await part(say['organisation.add']);
    fireEvent.input(add.getByLabelText(say['organisation.name']), { target: { value: 'Southern Command' } });
    fireEvent.change(add.getByLabelText(say['organisation.type']), { target: { value: 'military' } });
    const send = add.getByRole('button', { name: say['organisation.send'] });
    expect(send).toHaveProperty('disabled', true);

    fireEvent.input(add.getByLabelText(say['organisation.force']), { target: { value: 'southern-force' } });
    await userEvent.click(send);

    await add.findByText(say.done);
    expect(posts('/identity/organisations')).toMatchObject([
      { body: { name: 'Southern Command', constituency: 'military', force: 'southern-force' } },
    ]);
  });

  it('shows the code of an invitation under whom it is for, and nothing is chosen while it is made', async () => {
    serve({ '/invitations': { status: 201, body: { code: 'once-only', expiresAt: '2026-12-03T08:00:00Z' } } });
    render(<GroupsScreen />);
    const invite = await part(say['invite.title']);
    await invite.findByRole('option', { name: 'Relief First' });

    fireEvent.change(invite.getByLabelText(say['member.organisation']), { target: { value: 'rf' } });
    await userEvent.click(invite.getByRole('button', { name: say['invite.send'] }));
    expect(await invite.findByText('once-only')).toBeTruthy();
    expect(invite.getByText('Relief First', { selector: 'bdi' })).toBeTruthy();

    fireEvent.change(invite.getByLabelText(say['member.organisation']), { target: { value: 'nc' } });
    expect(invite.queryByText('once-only')).toBeNull();
  });

  it('keeps what is meant as it is until there is an answer', async () => {
    let answer = (): void => undefined;
    const made = new Promise<object>((resolve) => (answer = () => { resolve({ status: 201, body: { code: 'once-only', expiresAt: '2026-12-03T08:00:00Z' } }); })); // prettier-ignore
    serve({ '/invitations': () => made });
    render(<GroupsScreen />);
    const invite = await part(say['invite.title']);
    await invite.findByRole('option', { name: 'Relief First' });
    fireEvent.change(invite.getByLabelText(say['member.organisation']), { target: { value: 'rf' } });
    fireEvent.click(invite.getByRole('button', { name: say['invite.send'] }));

    await waitFor(() => {
      expect(invite.getByLabelText(say['member.organisation']).closest('fieldset')).toHaveProperty('disabled', true);
    });
    answer();
    expect(await invite.findByText('once-only')).toBeTruthy();
  });

  it('suspends another administrator, who belongs to no organisation', async () => {
    const { posts } = serve({
      '/people/p3/suspend': { status: 204 },
      '/identity/administrators': { body: { people: [{ id: 'p3', displayName: 'Root', suspended: false }] } },
    });
    render(<GroupsScreen />);
    const suspend = await part(say['suspend.title']);

    fireEvent.change(suspend.getByLabelText(say['member.organisation']), { target: { value: 'administrators' } });
    fireEvent.change(await suspend.findByLabelText(say['member.person']), { target: { value: 'p3' } });
    await userEvent.click(suspend.getByRole('button', { name: say['suspend.send'] }));

    await waitFor(() => {
      expect(posts('/people/p3/suspend')).toHaveLength(1);
    });
  });

  it('suspends whom it names', async () => {
    const { posts } = serve({ '/people/p7/suspend': { status: 204 } });
    render(<GroupsScreen />);
    const suspend = await part(say['suspend.title']);
    await suspend.findByRole('option', { name: 'Relief First' });

    fireEvent.change(suspend.getByLabelText(say['member.organisation']), { target: { value: 'rf' } });
    fireEvent.change(await suspend.findByLabelText(say['member.person']), { target: { value: 'p7' } });
    await userEvent.click(suspend.getByRole('button', { name: say['suspend.send'] }));

    await waitFor(() => {
      expect(posts('/people/p7/suspend')).toHaveLength(1);
    });
    expect(await suspend.findByText(/^Suspended:.*Samir/)).toBeTruthy();
    fireEvent.change(suspend.getByLabelText(say['member.organisation']), { target: { value: 'nc' } });
    expect(suspend.queryByText(/^Suspended:.*Samir/)).toBeNull();
  });
});
