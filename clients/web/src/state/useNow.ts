import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

const pace = 30_000;
const now = signal(Date.now());
let users = 0;
let ticking: ReturnType<typeof setInterval> | undefined;

/** The time of this device, twice a minute: for what is counted down. The server's time decides. */
export function useNow(): number {
  useEffect(() => {
    users += 1;
    now.value = Date.now();
    ticking ??= setInterval(() => (now.value = Date.now()), pace);
    return () => {
      users -= 1;
      if (users > 0) return;
      clearInterval(ticking);
      ticking = undefined;
    };
  }, []);
  return now.value;
}
