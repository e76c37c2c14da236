import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { useCommand } from '../../src/components/useCommand.ts';
import { store } from '../../src/state/store.ts';
import { enter } from './people.ts';

function Sending() {
  const command = useCommand();
  return <button onClick={() => void command.send({}, () => Promise.resolve({ kind: 'unreachable' }))}>Send</button>;
}

it.each([
  ['waits while its screen is there', false, 1],
  ['is counted by nobody once its screen is gone', true, 0],
])('a command without an answer %s', async (_, leaves, waiting) => {
  enter();
  vi.useFakeTimers();
  const page = render(<Sending />);
  fireEvent.click(screen.getByRole('button'));
  if (leaves) page.unmount();

  await vi.advanceTimersByTimeAsync(60_000);

  expect(store.sending.value.waiting).toBe(waiting);
});
