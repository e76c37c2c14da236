import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answer } from '../api/answer.ts';
import type { Item } from '../api/items.ts';
import * as release from '../api/release.ts';
import type { Explanation as Explained, Said } from '../api/release.ts';
import { en } from '../i18n/en.ts';
import { maybe, t } from '../i18n/index.ts';
import { OnDemandConvening } from '../screens/OnDemandConvening.tsx';
import { me } from '../state/store.ts';
import { AudienceChip } from './AudienceChip.tsx';
import { Failure } from './Failure.tsx';
import { Moment } from './Moment.tsx';
import { said } from './said.ts';

/** Who can see an item and by which rule, as far as the reader may know. */
export function Explanation({ item }: { readonly item: Item }) {
  const answer = useSignal<Answer<Explained> | undefined>(undefined);
  const states = JSON.stringify(item.releases ?? []);

  const load = () => void release.explanation(item.item).then((found) => (answer.value = found));
  useEffect(load, [item.item, item.revision, states]);

  const found = answer.value;
  return (
    <section class="explanation stack" aria-label={t('explanation.title')}>
      <h2>{t('explanation.title')}</h2>
      <Failure answer={found} />
      {found === undefined && <p class="muted">{t('channel.loading')}</p>}
      {found?.kind === 'ok' && <Explained explained={found.value} policy={item.marking.policy} />}
      {found?.kind === 'ok' && me.value?.isCoordinator === true && (
        <div class="stack-tight">
          <OnDemandConvening>
            {({ BeyondHolders }) => <BeyondHolders item={item} others={found.value.others ?? []} onAsked={load} />}
          </OnDemandConvening>
        </div>
      )}
    </section>
  );
}

/** The asker's own audience is not a parameter of the answer's sentence, but of the answer. */
function ownSentence(explained: Explained): Said {
  return { ...explained, parameters: { audience: explained.audience } };
}

const classes = Object.keys(en).filter((key) => key.startsWith('fieldClass.')).length;

/** Whether every class is shown in full: said in one line. */
function isWhole({ shown }: Explained): boolean {
  return shown.length >= classes && shown.every((each) => each.grain.toLowerCase() === 'full');
}

interface ExplainedProps {
  readonly explained: Explained;
  readonly policy: string;
}

function Explained({ explained, policy }: ExplainedProps) {
  const others = explained.others ?? [];
  return (
    <>
      <div class="stack-tight">
        <h3>{t('explanation.who')}</h3>
        <p class="row">
          <span>{t('explanation.you')}</span>
          <AudienceChip audience={explained.audience} />
        </p>
        <p dir="auto">{said(ownSentence(explained))}</p>
        {others.length > 0 && (
          <ul class="explained">
            {others.map((other) => (
              <li key={other.audience}>
                <AudienceChip audience={other.audience} />{' '}
                <span class="coarse">{maybe(`explanation.state.${other.state}`, other.state)}</span>
                {other.since ? (
                  <>
                    {' '}
                    <Moment at={other.since} />
                  </>
                ) : null}
                <p class="muted" dir="auto">
                  {said(other)}
                </p>
                {other.reason ? (
                  <p class="user-text" dir="auto">
                    {other.reason}
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="stack-tight">
        <h3>{t('explanation.what')}</h3>
        <ul class="explained">
          {isWhole(explained) ? (
            <li>{t('explanation.whole')}</li>
          ) : (
            explained.shown.map((shown) => (
              <li key={shown.fieldClass}>
                {maybe(`fieldClass.${shown.fieldClass.toLowerCase().replaceAll('-', '')}`, shown.fieldClass)}:{' '}
                {maybe(`grain.${shown.grain.toLowerCase()}`, shown.grain)}
              </li>
            ))
          )}
          {(explained.coarse ?? []).map((coarse) => (
            <li key={coarse.code} class="muted" dir="auto">
              {said(coarse)}
            </li>
          ))}
        </ul>
      </div>
      <div class="stack-tight">
        <h3>{t('explanation.why')}</h3>
        <ul class="explained">
          {explained.because.map((reason) => (
            <li key={reason.rule}>
              <span dir="auto">{said(reason)}</span>{' '}
              <bdi dir="ltr" class="code">
                {reason.rule}
              </bdi>
            </li>
          ))}
        </ul>
        <p class="muted">
          {t('explanation.policy')} <bdi dir="ltr">{policy}</bdi>
        </p>
      </div>
    </>
  );
}
