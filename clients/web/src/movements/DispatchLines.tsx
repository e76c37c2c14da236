import { useContext } from 'preact/hooks';
import { AudienceChip } from '../components/AudienceChip.tsx';
import { Given, versionFor } from '../components/given.ts';
import { GivenVersion } from '../components/GivenVersion.tsx';
import { TwoClocks } from '../components/TwoClocks.tsx';
import type { ExposedVersion } from '../api/release.ts';
import { maybe, t } from '../i18n/index.ts';
import { isReceived, linesOf, type DispatchLine, type EarlierReceipt } from './dispatch.ts';

/** Where a movement stands with each of those who were named, as far as the reader may know. */
export function DispatchLines({ value }: { readonly value: unknown }) {
  const given = useContext(Given);
  return (
    <ul class="dispatches">
      {linesOf(value).map((line) => (
        <li key={line.to ?? ''}>
          {line.to !== undefined && <AudienceChip audience={line.to} />}
          <span class={isReceived(line) ? 'good' : 'late'}>{maybe(`dispatch.${line.state}`, line.state)}</span>
          {line.version !== undefined && <span class="muted">{t('dispatch.version', { n: line.version })}</span>}
          {line.cell !== undefined && <bdi>{line.cell}</bdi>}
          {line.at !== undefined && <TwoClocks at={line.at} />}
          <Delivery of={versionFor(given, line.to, line.version)} line={line} />
          {line.late === true && <span class="late">{t('dispatch.late')}</span>}
          <Chased line={line} />
          <Questions text={line.query} />
          {line.earlier !== undefined && <Earlier receipt={line.earlier} />}
        </li>
      ))}
    </ul>
  );
}

/** Whether the version has arrived there, which is known before anybody says so; to its owner alone. */
function Delivery({ of, line }: { readonly of: ExposedVersion | undefined; readonly line: DispatchLine }) {
  // Who has acknowledged it has it, whatever was noted of its reading.
  return of === undefined || (!of.delivered && isReceived(line)) ? null : <GivenVersion version={of} />;
}

/** That no receipt came, and what was done about it. */
function Chased({ line }: { readonly line: DispatchLine }) {
  return (
    <>
      {line.reminders !== undefined && (
        <span class="late">
          {t('dispatch.reminders', { n: line.reminders })}{' '}
          {line.remindedAt !== undefined && <TwoClocks at={line.remindedAt} />}
        </span>
      )}
      {line.escalatedAt !== undefined && (
        <span class="late">
          {t('dispatch.escalated')} <TwoClocks at={line.escalatedAt} />
        </span>
      )}
    </>
  );
}

/** What the recipient said of the version that it held until now. */
function Earlier({ receipt }: { readonly receipt: EarlierReceipt }) {
  const { version, cell = '', at, query } = receipt;
  if (version === undefined) return null;
  return (
    <div class="earlier">
      {t('dispatch.earlier', { n: version, cell })} {at !== undefined && <TwoClocks at={at} />}
      <Questions text={query} />
    </div>
  );
}

function Questions({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p class="user-text" dir="auto">
      {text}
    </p>
  );
}
