import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answer } from '../api/answer.ts';
import type { Item } from '../api/items.ts';
import * as release from '../api/release.ts';
import type { Explanation as Explained } from '../api/release.ts';
import { locale, maybe, t } from '../i18n/index.ts';
import { isOwnOrganisation } from '../state/channelItems.ts';
import { AudienceChip } from './AudienceChip.tsx';
import { Failure } from './Failure.tsx';
import { audienceName } from './parties.ts';

/** Who can see an item and by which rule, as far as the reader may know. */
export function Explanation({ item }: { readonly item: Item }) {
  const answer = useSignal<Answer<Explained> | undefined>(undefined);
  const states = JSON.stringify(item.releases ?? []);

  useEffect(() => {
    void release.explanation(item.item).then((found) => (answer.value = found));
  }, [item.item, item.revision, states]);

  const found = answer.value;
  return (
    <section class="explanation stack" aria-label={t('explanation.title')}>
      <h2>{t('explanation.title')}</h2>
      <Failure answer={found} />
      {found === undefined && <p class="muted">{t('channel.loading')}</p>}
      {found?.kind === 'ok' && (
        <Explained explained={found.value} policy={item.marking.policy} own={isOwnOrganisation(item)} />
      )}
    </section>
  );
}

function ownSentence(explained: Explained, own: boolean): string {
  return own ? t('explanation.own') : t('explanation.asAudience', { audience: audienceName(explained.audience) });
}

interface ExplainedProps {
  readonly explained: Explained;
  readonly policy: string;
  readonly own: boolean;
}

function Explained({ explained, policy, own }: ExplainedProps) {
  const others = explained.others ?? [];
  return (
    <>
      <div class="stack-tight">
        <h3>{t('explanation.who')}</h3>
        <p class="row">
          <span>{t('explanation.you')}</span>
          <AudienceChip audience={explained.audience} />
        </p>
        <p dir="auto">{locale() === 'en' ? explained.sentence : ownSentence(explained, own)}</p>
        {others.length > 0 && (
          <ul class="explained">
            {others.map((other) => (
              <li key={other.audience}>
                <AudienceChip audience={other.audience} />{' '}
                <span class="coarse">{maybe(`explanation.state.${other.state}`, other.state)}</span>
                {locale() === 'en' && <p class="muted">{other.sentence}</p>}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="stack-tight">
        <h3>{t('explanation.what')}</h3>
        <ul class="explained">
          {explained.shown.map((shown) => (
            <li key={shown.fieldClass}>
              {maybe(`fieldClass.${shown.fieldClass.toLowerCase().replaceAll('-', '')}`, shown.fieldClass)}:{' '}
              {maybe(`grain.${shown.grain.toLowerCase()}`, shown.grain)}
            </li>
          ))}
        </ul>
      </div>
      <div class="stack-tight">
        <h3>{t('explanation.why')}</h3>
        <ul class="explained">
          {explained.because.map((reason) => (
            <li key={reason.rule}>
              <span dir="auto">{reason.sentence}</span>{' '}
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
