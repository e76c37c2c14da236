/** Placeholder until the live module lands in this commit series. */
export function startLive(): Promise<void> {
  return Promise.resolve();
}

export function stopLive(): void {
  return;
}
