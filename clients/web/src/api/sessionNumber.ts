let current = 0;

/** Which session this page is in. Whoever waits for something takes it before, and looks again when it has come. */
export function sessionNumber(): number {
  return current;
}

/** From here on what was asked before is nobody's: its answers are not heard and nothing of it is asked again. */
export function nextSession(): void {
  current += 1;
}
