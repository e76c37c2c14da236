import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ReviseAccess } from '../../src/access/ReviseAccess.tsx';
import type { Item } from '../../src/api/items.ts';
import { en } from '../../src/i18n/en.ts';
import { ReviseForm } from '../../src/incidents/ReviseForm.tsx';
import { enTyped } from '../../src/notices/enTyped.ts';
import { forgetDrafts } from '../../src/state/drafts.ts';
import { store } from '../../src/state/store.ts';
import { constraint } from './notices.ts';
import { enter, incident, plenary } from './people.ts';
import { fakeServer } from './server.ts';

const code = (...codes: string[]) => ({ codes: codes.map((each) => ({ code: each, label: each })) });
const views = [
  { audience: 'side:humanitarian', label: 'humanitarian', outcome: 'shown', sentence: 'So.', view: { title: 'a' } },
];
const taken = { status: 202, body: { item: 'it', reference: 'REF-1', version: 4 } };
const own = [{ audience: 'side:humanitarian', state: 'released' }] as const;

function service(update: () => { status?: number; body?: unknown } | 'no answer' = () => taken) {
  return fakeServer({
    '/preview': { body: { views, fingerprint: 'print' } },
    '/update': update,
  });
}

beforeEach(() => {
  enter();
  forgetDrafts();
  store.codeLists.value = {
    'report-stage': code('INITIAL', 'UPDATE', 'FINAL'),
    'access-constraint-type': code('AC3'),
    'access-severity': code('3'),
    country: code('SYR'),
  };
});
afterEach(() => {
  cleanup();
});

const send = async () => {
  await userEvent.click(await screen.findByRole('button', { name: /^Send to/ }));
};

const revised = [
  {
    of: 'a report',
    form: (item: Item) => <ReviseForm item={item} channel={plenary} />,
    item: incident({ releases: own, version: 3, fields: { ...incident().fields, stage: 'INITIAL' } }),
    label: en['field.summary'],
    field: 'summary',
    sent: { summary: 'Another.', ifVersion: 3 },
  },
  {
    of: 'an access-constraint notice',
    form: (item: Item) => <ReviseAccess item={item} channel={plenary} />,
    item: constraint({ releases: own, version: 3 }),
    label: en['field.title'],
    field: 'title',
    sent: { title: 'Another.', ifVersion: 3 },
  },
];

describe.each(revised)('revising $of', ({ form, item, label, field, sent }) => {
  const later = (fields: Readonly<Record<string, unknown>>) => ({
    ...item,
    version: 4,
    fields: { ...item.fields, ...fields },
  });
  const handled = (sensitivity: 'moderate' | 'severe') => ({ ...item, marking: { ...item.marking, sensitivity } });
  const type = (value = 'Another.') => fireEvent.input(screen.getByLabelText(label), { target: { value } });

  it('leaves as it is how a colleague protected it meanwhile', async () => {
    const { posts } = service();
    const page = render(form(handled('moderate')));
    type();
    page.rerender(form(handled('severe')));
    expect(screen.getByLabelText(en['composer.sensitivity'])).toHaveProperty('value', 'severe');

    await send();

    await waitFor(() => {
      expect(posts('/update')[0]?.body).toEqual(sent);
    });
  });

  it('goes on over what a colleague changed elsewhere in it, and leaves that as it is', async () => {
    const { posts } = service();
    const page = render(form(item));
    type();
    page.rerender(form(later({ admin1: 'Idlib' })));

    await send();

    await waitFor(() => {
      expect(posts('/update')[0]?.body).toEqual({ ...sent, ifVersion: 4 });
    });
  });

  it('takes every key, also a space after what stood there', async () => {
    service();
    render(form(item));

    await userEvent.type(screen.getByLabelText(label), ' And more.');

    expect(screen.getByLabelText(label)).toHaveProperty('value', `${String(item.fields[field])} And more.`);
  });

  it('is not sent over what a colleague wrote in the same place before one of both was chosen', async () => {
    const { posts } = service();
    const page = render(form(item));
    type();
    page.rerender(form(later({ [field]: 'Of a colleague.' })));
    expect(screen.getByText('Of a colleague.')).toBeTruthy();
    expect(screen.getByText(enTyped.decide)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Send to/ })?.hasAttribute('disabled') ?? true).toBe(true);

    await userEvent.click(screen.getByRole('button', { name: enTyped.keepMine }));
    await send();

    await waitFor(() => {
      expect(posts('/update')[0]?.body).toEqual({ ...sent, ifVersion: 4 });
    });
  });

  it('asks also about what a colleague said just so, when one had tried the same and was refused', async () => {
    const { posts } = service(() => ({ status: 400, body: { code: 'CG-3001', title: 'No.', status: 400 } }));
    const page = render(form(item));
    type('Of both.');
    await send();
    await waitFor(() => {
      expect(posts('/update')).toHaveLength(1);
    });
    page.rerender(form(later({ [field]: 'Of both.' })));
    type('Of mine.');

    expect(await screen.findByText(enTyped.decide)).toBeTruthy();
  });

  it('lets the answer of a colleague stand', async () => {
    service();
    const page = render(form(item));
    type();
    page.rerender(form(later({ [field]: 'Of a colleague.' })));

    await userEvent.click(screen.getByRole('button', { name: enTyped.take }));

    expect(screen.getByLabelText(label)).toHaveProperty('value', 'Of a colleague.');
    expect(screen.getAllByText(en['revise.nothing']).length).toBeGreaterThan(0);
  });

  it('lowers nothing that was raised above what one chose before', async () => {
    const { posts } = service();
    const page = render(form(handled('moderate')));
    type();
    fireEvent.change(screen.getByLabelText(en['composer.sensitivity']), { target: { value: 'high' } });
    page.rerender(form(handled('severe')));
    expect(screen.getByLabelText(en['composer.sensitivity'])).toHaveProperty('value', 'severe');

    await send();

    await waitFor(() => {
      expect(posts('/update')[0]?.body).toEqual(sent);
    });
  });

  it('sends how it is to be protected when that was chosen', async () => {
    const { posts } = service();
    render(form(handled('moderate')));
    type();
    fireEvent.change(screen.getByLabelText(en['composer.sensitivity']), { target: { value: 'severe' } });

    await send();

    await waitFor(() => {
      expect(posts('/update')[0]?.body).toEqual({ ...sent, sensitivity: 'severe' });
    });
  });
});

describe('who is meant by a revision that crosses', () => {
  it('has to be meant anew when another side comes to it', async () => {
    const across = (audience: string) => ({ audience, label: audience, outcome: 'review', sentence: 'Later.' });
    let reached = [...views, across('audience:police')];
    fakeServer({
      '/preview': () => ({ body: { views: reached, fingerprint: 'print' } }),
    });
    const went = (...audiences: string[]) =>
      incident({ releases: audiences.map((audience) => ({ audience, state: 'released' as const })) });
    const page = render(<ReviseForm item={went('audience:police')} channel={plenary} />);
    await userEvent.click(await screen.findByRole('checkbox', { name: /^I mean.*[Pp]olice/ }));
    expect(screen.getByRole('checkbox', { name: /^I mean.*[Pp]olice/ })).toHaveProperty('checked', true);

    reached = [...reached, across('audience:military:northern-force')];
    page.rerender(<ReviseForm item={went('audience:police', 'audience:military:northern-force')} channel={plenary} />);

    expect(await screen.findByRole('checkbox', { name: /^I mean.*police.*northern/i })).toHaveProperty(
      'checked',
      false,
    );
  });
});

describe('two stages of a report that are said one after the other', () => {
  it('are two commands, also when no answer came to the first', async () => {
    const { posts } = service(() => ({ status: 400, body: { code: 'CG-1001', title: 'No.', detail: 'No.' } }));
    render(
      <ReviseForm
        item={incident({ releases: own, fields: { ...incident().fields, stage: 'INITIAL' } })}
        channel={plenary}
      />,
    );
    const say = (stage: string) =>
      fireEvent.change(screen.getByLabelText(en['field.stage']), { target: { value: stage } });

    say('UPDATE');
    await send();
    await screen.findByRole('alert');
    say('FINAL');
    await send();

    await waitFor(() => {
      expect(posts('/update').map((each) => each.body)).toEqual([{ stage: 'UPDATE' }, { stage: 'FINAL' }]);
    });
    expect(new Set(posts('/update').map((each) => each.key)).size).toBe(2);
  });
});

describe('a stage that a colleague goes on to while another one is chosen', () => {
  it('is not gone back from before one of both was decided', async () => {
    const { posts } = service();
    const at = (stage: string, version: number) => (
      <ReviseForm
        item={incident({ releases: own, version, fields: { ...incident().fields, stage } })}
        channel={plenary}
      />
    );
    const page = render(at('INITIAL', 3));
    fireEvent.change(screen.getByLabelText(en['field.stage']), { target: { value: 'UPDATE' } });
    page.rerender(at('FINAL', 4));

    expect(screen.getByText(enTyped.decide)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Send to/ })?.hasAttribute('disabled') ?? true).toBe(true);

    await userEvent.click(screen.getByRole('button', { name: enTyped.take }));
    expect(screen.getByLabelText(en['field.stage'])).toHaveProperty('value', 'FINAL');
    expect(screen.getByText(en['revise.nothing'])).toBeTruthy();
    expect(posts('/update')).toEqual([]);
  });
});
