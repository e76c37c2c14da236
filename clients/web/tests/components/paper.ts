import { vi } from 'vitest';

/** The browser of these tests cannot draw: what is drawn on a map goes nowhere here, everything else is as ever. */
export function drawNowhere(): void {
  const nowhere: unknown = new Proxy(() => undefined, { get: () => nowhere, set: () => true });
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(nowhere as null);
  for (const [side, pixels] of [
    ['clientWidth', 400],
    ['clientHeight', 300],
  ] as const)
    // prettier-ignore
    vi.spyOn(HTMLElement.prototype, side, 'get').mockReturnValue(pixels);
}

/** After what was asked of the next frame has been done. */
export function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setImmediate(resolve)));
}
