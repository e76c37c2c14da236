import { signal, type Signal } from '@preact/signals';

const forgetting: (() => void)[] = [];

/** For what a module remembers of a person: called when the session ends. INVARIANT: whatever lives outside of a component and is not everybody's is here. */
export function whenForgotten(forget: () => void): void {
  forgetting.push(forget);
}

/** A signal outside of any component that is as new when the session ends. */
export function sessionSignal<T>(initial: T): Signal<T> {
  const state = signal(initial);
  whenForgotten(() => (state.value = initial));
  return state;
}

/** Everything that a module remembers of a person. */
export function forgetState(): void {
  for (const forget of forgetting) forget();
}
