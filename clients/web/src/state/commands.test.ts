import { describe, expect, it } from 'vitest';
import type { Answer } from '../api/answer.ts';
import { run } from './commands.ts';
import { store } from './store.ts';

const noWait = () => Promise.resolve();

describe('run', () => {
  it('tries again when no answer came', async () => {
    const answers: Answer<string>[] = [
      { kind: 'unreachable' },
      { kind: 'busy', retryAfterSeconds: 1 },
      { kind: 'ok', value: 'done' },
    ];

    const answer = await run(() => Promise.resolve(answers.shift() ?? { kind: 'unreachable' }), noWait);

    expect(answer).toEqual({ kind: 'ok', value: 'done' });
  });

  it('does not repeat what was refused', async () => {
    let attempts = 0;
    const problem = { status: 400, code: 'CG-1002', title: '', detail: '', errors: {} };

    await run(() => Promise.resolve({ kind: 'refused', problem, attempts: (attempts += 1) } as Answer<string>), noWait);

    expect(attempts).toBe(1);
  });

  it('gives up after four attempts and stops counting', async () => {
    let attempts = 0;

    const answer = await run(() => {
      attempts += 1;
      return Promise.resolve({ kind: 'unreachable' } as Answer<string>);
    }, noWait);

    expect(attempts).toBe(4);
    expect(answer.kind).toBe('unreachable');
    expect(store.sending.value).toEqual({ done: 0, total: 0, waiting: 0 });
  });
});
