/** A place on the screen, in pixels. */
export interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export interface Cluster {
  readonly ids: readonly string[];
  /** Where its sign stands: where its first one does. */
  readonly x: number;
  readonly y: number;
}

/** As far as a thumb can tell two signs apart. */
const apart = 44;

/** Spots that lie too close to be told apart, together; the same ones always give the same clusters. */
export function clustersOf(spots: readonly Spot[]): readonly Cluster[] {
  const squares = new Map<string, Spot[]>();
  for (const spot of spots) {
    const square = `${String(Math.floor(spot.x / apart))} ${String(Math.floor(spot.y / apart))}`;
    squares.set(square, [...(squares.get(square) ?? []), spot]);
  }
  return [...squares.values()].flatMap((together) => {
    const [first] = together;
    return first === undefined ? [] : [{ ids: together.map(({ id }) => id), x: first.x, y: first.y }];
  });
}
