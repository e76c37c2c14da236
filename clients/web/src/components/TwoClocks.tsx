import { utc } from '../i18n/dates.ts';
import { Moment } from './Moment.tsx';

/** An instant where the reader is and in UTC, both on screen: people far apart act on it. */
export function TwoClocks({ at }: { readonly at: string }) {
  return (
    <span class="two-clocks">
      <Moment at={at} /> <bdi class="muted">{utc(at)}</bdi>
    </span>
  );
}
