import type { AudienceExposure, HeldView } from '../api/release.ts';
import { listOf } from '../i18n/dates.ts';
import { maybe, t } from '../i18n/index.ts';
import { AudienceChip } from './AudienceChip.tsx';
import { Button } from './Button.tsx';
import { Failure } from './Failure.tsx';
import { isForgotten, type Reading } from './given.ts';
import { GivenVersion } from './GivenVersion.tsx';
import { Moment } from './Moment.tsx';

/** Who had an own item, when, and how much of it: a look back, not a thing to watch. */
export function Exposure({ reading }: { readonly reading: Reading }) {
  const found = reading.answer.value;
  return (
    <section class="explanation stack" aria-label={t('exposure.title')}>
      <h2>{t('exposure.title')}</h2>
      <p class="muted">{t('exposure.what')}</p>
      <Failure answer={found} />
      {found === undefined && <p class="muted">{t('channel.loading')}</p>}
      {found?.kind === 'ok' && (
        <ul class="explained">
          {found.value.audiences.map((audience) => (
            <li key={audience.audience}>
              <Had audience={audience} keptDays={found.value.keptDays} />
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button onClick={reading.again}>{t('exposure.again')}</Button>
      </div>
    </section>
  );
}

function Had({ audience, keptDays }: { readonly audience: AudienceExposure; readonly keptDays: number }) {
  return (
    <div class="stack-tight">
      <p class="row">
        <AudienceChip audience={audience.audience} label={audience.label} />
        <span class="coarse">{audience.holdsNow ? t('exposure.holds') : t('exposure.holdsNot')}</span>
      </p>
      <Times received={audience.received} opened={audience.opened} />
      {(audience.versions ?? []).map((version) => (
        <p key={version.version}>
          {t('dispatch.version', { n: version.version })} · {t('exposure.sent')} <Moment at={version.sent} />{' '}
          {!isForgotten(version, keptDays) && <GivenVersion version={version} />}
        </p>
      ))}
      {audience.held.map((held) => (
        <p key={held.from} class="muted">
          {t('exposure.held')} {listOf(held.shown.map(named))} · <Moment at={held.from} />
          {held.until ? (
            <>
              {' '}
              · {endOf(held)} <Moment at={held.until} />
            </>
          ) : null}
        </p>
      ))}
      {(audience.people ?? []).map((person) => (
        <div key={`${person.name} ${person.organisation}`}>
          <p class="row">
            <bdi>{person.name}</bdi>
            <bdi class="muted">{person.organisation}</bdi>
          </p>
          <Times received={person.received} opened={person.opened} />
        </div>
      ))}
    </div>
  );
}

interface TimesProps {
  readonly received: string | null | undefined;
  readonly opened: string | null | undefined;
}

function Times({ received, opened }: TimesProps) {
  if (!received) return <p class="muted">{t('exposure.nobody')}</p>;
  return (
    <p>
      {t('exposure.received')} <Moment at={received} />
      {opened ? (
        <>
          {' '}
          · {t('exposure.opened')} <Moment at={opened} />
        </>
      ) : null}
    </p>
  );
}

function named(shown: { readonly fieldClass: string }): string {
  return maybe(`fieldClass.${shown.fieldClass.toLowerCase().replaceAll('-', '')}`, shown.fieldClass);
}

function endOf(held: HeldView): string {
  return held.ended === 'replaced' ? t('exposure.replaced') : t('exposure.recalled');
}
