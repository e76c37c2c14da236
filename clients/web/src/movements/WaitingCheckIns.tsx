import { Button } from '../components/Button.tsx';
import { Moment } from '../components/Moment.tsx';
import { t } from '../i18n/index.ts';
import { checkInName } from './movementTitle.ts';
import { isFresh, type SaidCheckIn } from './saidCheckIns.ts';
import type { useCheckIns } from './useCheckIns.ts';

interface WaitingCheckInsProps {
  readonly going: ReturnType<typeof useCheckIns>;
  readonly route: unknown;
}

/** Check-ins that are not with the server: nobody may take them for said. */
export function WaitingCheckIns({ going, route }: WaitingCheckInsProps) {
  const { waiting, command } = going;
  const busy = command.busy.value;
  if (waiting.value.length === 0) return null;
  return (
    <div class="warning" role="status">
      <p>{busy ? t('composer.send.sending') : t('checkIn.waits')}</p>
      <ul class="stack-tight">
        {waiting.value.map((said) => (
          <li key={said.key}>
            {checkInName(route, said.body.stop)} <span class="muted">{t('checkIn.said')}</span> <Moment at={said.at} />
            {said.body.note !== undefined && (
              <p class="user-text" dir="auto">
                {said.body.note}
              </p>
            )}
            {!isFresh(said) && <p>{t('checkIn.old')}</p>}
            {!busy && <Choices going={going} said={said} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Choices({ going, said }: Pick<WaitingCheckInsProps, 'going'> & { readonly said: SaidCheckIn }) {
  return (
    <p class="row">
      <Button kind="primary" onClick={() => void going.send((each) => each.key === said.key)}>
        {t('checkIn.again')}
      </Button>
      <Button
        kind="quiet"
        onClick={() => {
          going.drop(said);
        }}
      >
        {t('checkIn.discard')}
      </Button>
    </p>
  );
}
