import { whenAnswered } from '../api/http.ts';
import { store } from './store.ts';

const remembered = 5;
const slowFrom = 2500;
const times: number[] = [];

/** Judges the link by how long the last answers took, and by what the browser knows of it. */
export function watchPace(): void {
  whenAnswered((milliseconds) => {
    times.push(milliseconds);
    if (times.length > remembered) times.shift();
    const middle = [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    store.slow.value = middle > slowFrom || knownSlow();
  });
}

function knownSlow(): boolean {
  const connection =
    'connection' in navigator ? (navigator.connection as { effectiveType?: string; saveData?: boolean }) : undefined;
  return connection?.saveData === true || (connection?.effectiveType ?? '').includes('2g');
}
