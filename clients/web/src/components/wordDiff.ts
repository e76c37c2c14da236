export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Beyond this many words the table of comparison would be too large for a phone; then the texts stand whole beside each other. */
const most = 400;

/** What was taken out of one text and put in to make another, word by word, white space kept. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const [a, b] = [before.split(/(?<=\s)/), after.split(/(?<=\s)/)];
  if (a.length > most || b.length > most) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  const common = longestCommon(a, b);
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i]?.trim() === b[j]?.trim()) push(parts, 'same', b[j++] ?? '', () => i++);
    else if (i < a.length && (j >= b.length || at(common, i + 1, j) >= at(common, i, j + 1)))
      push(parts, 'removed', a[i++] ?? '');
    else push(parts, 'added', b[j++] ?? '');
  }
  return parts;
}

function push(parts: DiffPart[], kind: DiffPart['kind'], text: string, also?: () => void): void {
  also?.();
  const last = parts.at(-1);
  if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
  else parts.push({ kind, text });
}

function longestCommon(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = table[i];
      if (row === undefined) continue;
      row[j] =
        a[i]?.trim() === b[j]?.trim()
          ? at(table, i + 1, j + 1) + 1
          : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

function at(table: readonly (readonly number[])[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}
