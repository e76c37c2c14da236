import { cleanup } from '@testing-library/preact';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Item } from '../../src/api/items.ts';
import { chooseLocale } from '../../src/i18n/index.ts';
import { forgetDrafts } from '../../src/state/drafts.ts';
import { enter, movement } from './people.ts';

export const receipt = {
  status: 202,
  body: { item: 'mv1', reference: 'HNM-1', version: 1, late: false, warnings: [] },
};

/** As its own organisation has it. */
export const own = (fields: object = {}, change: Partial<Item> = {}) =>
  movement({ releases: [], ...change, fields: { ...movement().fields, version: 1, ...fields } });

/** As a force that was named has it. */
export function told(item: string, line: object, fields: object = {}): Item {
  const { recipients: _, late: __, ...shown } = movement().fields;
  const dispatch = [{ state: 'SENT', version: 1, at: '2026-11-30T06:00:00Z', ...line }];
  return movement({ item, fields: { ...shown, state: 'NOTIFIED', version: 1, dispatch, ...fields } });
}

/** Somebody signed in before each test, and nothing left of it after. */
export function eachAlone(): void {
  beforeEach(() => {
    enter();
    forgetDrafts();
  });
  afterEach(async () => {
    vi.unstubAllGlobals();
    cleanup();
    await chooseLocale('en');
  });
}

/** Between attempts a command waits for seconds; here nobody does. */
export function skipPauses(): void {
  const real = setTimeout;
  vi.stubGlobal('setTimeout', (what: () => void, ms = 0) => real(what, [1000, 3000, 8000].includes(ms) ? 0 : ms));
}
