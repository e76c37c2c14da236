import { partyOf } from '../components/fieldReaders.ts';
import { TwoClocks } from '../components/TwoClocks.tsx';
import { checkInsOf } from './checkIns.ts';
import { checkInName } from './movementTitle.ts';

interface CheckInLinesProps {
  readonly value: unknown;
  /** Of the same movement, for the names of its stops. */
  readonly route?: unknown;
}

/** What was heard of those who move, in order. */
export function CheckInLines({ value, route }: CheckInLinesProps) {
  return (
    <ul class="check-ins">
      {checkInsOf(value).map((each, index) => {
        const by = partyOf(each.by)?.name;
        return (
          <li key={index}>
            <span>{checkInName(route, each.stop)}</span>
            <TwoClocks at={each.at} />
            {by !== undefined && <bdi class="muted">{by}</bdi>}
            {each.note !== undefined && (
              <p class="user-text" dir="auto">
                {each.note}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
