import type { Item } from '../api/items.ts';
import { Failure } from '../components/Failure.tsx';
import { Moment } from '../components/Moment.tsx';
import { TextField } from '../components/TextField.tsx';
import { t } from '../i18n/index.ts';
import { isOwnOrganisation } from '../state/channelItems.ts';
import { checkInsOf, lastAt } from './checkIns.ts';
import { checkInName } from './movementTitle.ts';
import { stopsOf } from './reading.ts';
import { useCheckIns } from './useCheckIns.ts';
import { WaitingCheckIns } from './WaitingCheckIns.tsx';
import { Warnings } from './Warnings.tsx';

/** One touch says where those who move are. Own organisation, while the movement is under way. */
export function CheckIn({ item }: { readonly item: Item }) {
  if (!isOwnOrganisation(item) || item.status === 'withdrawn' || item.fields['state'] !== 'UNDERWAY') return null;
  return <CheckInButtons key={item.item} item={item} />;
}

function CheckInButtons({ item }: { readonly item: Item }) {
  const going = useCheckIns(item);
  const { note, taken } = going;
  const { route } = item.fields;
  const heard = checkInsOf(item.fields['checkIns']);
  const stops = stopsOf(route);
  const next = stops.findIndex((_, index) => lastAt(heard, index) === undefined);
  return (
    <section class="check-in stack-tight" aria-label={t('checkIn.title')}>
      <h2>{t('checkIn.title')}</h2>
      <p class="muted">{t('checkIn.what')}</p>
      <Warnings warnings={going.warnings.value} />
      <ol class="stack-tight">
        {[...stops.keys(), undefined].map((stop) => {
          const last = stop === undefined ? undefined : lastAt(heard, stop);
          return (
            <li key={stop ?? -1}>
              <button
                type="button"
                class={`button check-in-button ${stop === next ? 'button-primary' : ''}`}
                onClick={() => {
                  going.say(stop);
                }}
              >
                <span>{checkInName(route, stop)}</span>
                {last !== undefined && (
                  <span class="check-in-heard">
                    {t('checkIn.heard')} <Moment at={last.at} />
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
      <TextField label={t('checkIn.note')} value={note.value} max={500} onInput={(value) => (note.value = value)} />
      {taken.value !== undefined && going.waiting.value.length === 0 && (
        <p class="good" role="status">
          {t('checkIn.done', { what: checkInName(route, taken.value.body.stop) })}
        </p>
      )}
      <Failure answer={going.command.answer.value} />
      <WaitingCheckIns going={going} route={route} />
    </section>
  );
}
