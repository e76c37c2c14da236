import { cleanup, configure } from '@testing-library/preact';
import { afterEach, vi } from 'vitest';
import { nextSession } from '../../src/api/sessionNumber.ts';
import { forgetGround } from '../../src/map/loadGround.ts';
import { forgetDrafts } from '../../src/state/drafts.ts';
import { forgetState } from '../../src/state/sessionState.ts';

// A screen that comes on demand is read from disk first, and a machine with other work takes seconds for that. What
// never comes fails all the same, only later.
configure({ asyncUtilTimeout: 30_000 });

// The files of tests share one world, which saves most of their time: nothing of one may be there for the next.
afterEach(() => {
  nextSession(); // a command that got no answer asks again after seconds, and would ask the server of another test
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  forgetState();
  forgetDrafts();
  forgetGround();
  window.sessionStorage.clear();
  window.localStorage.clear();
});
