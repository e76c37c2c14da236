import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { ReportForm } from '../../src/incidents/ReportForm.tsx';
import type { Values } from '../../src/incidents/values.ts';
import { draft, forgetDrafts } from '../../src/state/drafts.ts';
import { store } from '../../src/state/store.ts';
import { enter, plenary } from './people.ts';
import { fakeServer } from './server.ts';

const remedy = 'Give a whole number from 0 to 100000.';
const step = (name: string) => screen.getByRole('region', { name });
const current = () => document.querySelector('[data-current=true]')?.getAttribute('aria-label');

/** The service refuses to preview a report for one of its figures. */
function refuse(figure: string) {
  return fakeServer({
    '/preview': {
      status: 400,
      body: {
        code: 'CG-1001',
        detail: 'Some fields need correcting.',
        errors: { [`content.impact.${figure}`]: [remedy] },
      },
    },
  });
}

function report(values: Values): void {
  draft<Values>(`report ${plenary.id}`, {}).value = {
    category: 'KILLED',
    'occurredAt.date': '2026-03-01',
    ...values,
  };
  render(<ReportForm channel={plenary} />);
}

beforeEach(() => {
  enter();
  forgetDrafts();
  store.codeLists.value = {};
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('what was found to correct', () => {
  it('is gone from its field as soon as the preview finds nothing any more', async () => {
    let right = false;
    fakeServer({
      '/preview': () =>
        right
          ? { body: { views: [], fingerprint: 'print' } }
          : { status: 400, body: { code: 'CG-1001', detail: 'No.', errors: { 'content.impact.killed': [remedy] } } },
    });
    report({ 'impact.killed': '1,000' });
    await within(step(en['form.group.send'])).findByText(remedy);

    right = true;
    fireEvent.input(screen.getByLabelText(en['impact.killed']), { target: { value: '1000' } });

    await waitFor(() => {
      expect(screen.getByLabelText(en['impact.killed']).getAttribute('aria-invalid')).toBe('false');
    });
    expect(screen.queryByText(remedy)).toBeNull();
  });
});

describe('a figure of a report that is no figure', () => {
  it('is marked where it stands, and the end of the form says it once and leads there', async () => {
    refuse('killed');
    report({ 'impact.killed': '1,000' });

    const remarks = await within(step(en['form.group.send'])).findByText(remedy);
    expect(remarks.parentElement?.textContent).toBe(`${en['impact.killed']}: ${remedy}`);
    expect(within(step(en['form.group.send'])).getAllByText(remedy)).toHaveLength(1);
    expect(screen.getByLabelText(en['impact.killed']).getAttribute('aria-invalid')).toBe('true');

    await userEvent.click(screen.getByRole('button', { name: new RegExp(`^Go to: .?${en['form.group.harm']}`) }));
    await waitFor(() => {
      expect(document.activeElement).toBe(screen.getByLabelText(en['impact.killed']));
    });
    expect(current()).toBe(en['form.group.harm']);
  });

  it('is shown also where it is folded away', async () => {
    refuse('killedFemale');
    report({ 'impact.killed': '3', 'impact.killedFemale': '1.5' });

    expect((await screen.findAllByText(remedy)).length).toBeGreaterThan(0);
    expect(screen.getByText(`${en['impact.killed']} (${en['split.Female']}):`, { exact: false })).toBeTruthy();
    const folded = screen.getByLabelText(en['split.Female']).closest('details');
    await waitFor(() => {
      expect(folded?.open).toBe(true);
    });

    // Nothing closes under who corrects it, also once the number that it is a part of is gone.
    fireEvent.input(screen.getByLabelText(en['impact.killed']), { target: { value: '' } });
    fireEvent.input(screen.getByLabelText(en['split.Female']), { target: { value: '1' } });
    expect(screen.getByLabelText(en['split.Female']).closest('details')).toBe(folded);
    expect(folded?.open).toBe(true);
  });
});

it('asks for people where somebody was counted, though the category changed to one that is not about people', () => {
  refuse('killed');
  report({ category: 'THEFT_ROBBERY', 'impact.killed': '2' });

  fireEvent.input(screen.getByLabelText(en['impact.killed']), { target: { value: '' } });
  fireEvent.input(screen.getByLabelText(en['impact.killed']), { target: { value: '12' } });
  expect(screen.getByLabelText(en['impact.killed'])).toHaveProperty('value', '12');
});
