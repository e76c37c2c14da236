interface CountProps {
  readonly n: number;
  readonly words: string;
  readonly alarm?: boolean;
  /** Tells what is counted from what is counted beside it. */
  readonly sign?: string;
}

/** A number beside a place, and for those who hear it what it is a number of. */
export function Count({ n, words, alarm = false, sign = alarm ? '! ' : '' }: CountProps) {
  return (
    <span class={alarm ? 'count count-alarm' : 'count'}>
      <bdi aria-hidden="true">{sign + String(n)}</bdi>
      <span class="visually-hidden">{words}</span>
    </span>
  );
}
