import type { Item, Widening } from '../api/items.ts';
import * as release from '../api/release.ts';
import { t } from '../i18n/index.ts';
import { Button } from './Button.tsx';
import { Failure } from './Failure.tsx';
import { FieldList } from './FieldList.tsx';
import { Moment } from './Moment.tsx';
import { audienceName } from './parties.ts';
import { useCommand } from './useCommand.ts';

/** Requests of the coordination office that an own item goes further: two people, and the owner is one. */
export function Widenings({ item }: { readonly item: Item }) {
  return (
    <>
      {(item.widenings ?? []).map((widening) => (
        <Request key={widening.widening} item={item} widening={widening} />
      ))}
    </>
  );
}

function Request({ item, widening }: { readonly item: Item; readonly widening: Widening }) {
  const command = useCommand();
  const audience = audienceName(widening.audience);

  function answer(verb: 'consent' | 'decline'): void {
    void command.send({ [verb]: widening.widening }, (key) =>
      release.answerWidening(item.item, widening.widening, verb, key),
    );
  }

  return (
    <section class="widening stack-tight" aria-label={t('widening.title')}>
      <h2>{t('widening.title')}</h2>
      <p>{t(`widening.${widening.state}`, { audience })}</p>
      <p class="row muted">
        {widening.by ? <bdi>{widening.by}</bdi> : null}
        <Moment at={widening.at} />
      </p>
      <p class="user-text" dir="auto">
        {widening.reason}
      </p>
      {widening.fields ? (
        <>
          <h3>{t('reviews.proposed', { audience })}</h3>
          <FieldList fields={widening.fields} kind={item.kind} />
        </>
      ) : null}
      <Failure answer={command.answer.value} />
      {widening.state !== 'declined' && (
        <div class="row">
          {widening.state === 'asked' && (
            <Button
              kind="primary"
              disabled={command.busy.value}
              onClick={() => {
                answer('consent');
              }}
            >
              {t('widening.consent', { audience })}
            </Button>
          )}
          <Button
            disabled={command.busy.value}
            onClick={() => {
              answer('decline');
            }}
          >
            {widening.state === 'asked' ? t('widening.decline') : t('widening.takeBack')}
          </Button>
        </div>
      )}
    </section>
  );
}
