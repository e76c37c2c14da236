import { AudienceChip } from '../components/AudienceChip.tsx';
import { TwoClocks } from '../components/TwoClocks.tsx';
import { maybe, t } from '../i18n/index.ts';
import { isAnswered, linesOf } from './dispatch.ts';

/** Where a movement stands with each of those who were named, as far as the reader may know. */
export function DispatchLines({ value }: { readonly value: unknown }) {
  return (
    <ul class="dispatches">
      {linesOf(value).map((line) => (
        <li key={line.to ?? ''}>
          {line.to !== undefined && <AudienceChip audience={line.to} />}
          <span class={isAnswered(line) ? 'good' : 'late'}>{maybe(`dispatch.${line.state}`, line.state)}</span>
          {line.version !== undefined && <span class="muted">{t('dispatch.version', { n: line.version })}</span>}
          {line.cell !== undefined && <bdi>{line.cell}</bdi>}
          {line.at !== undefined && <TwoClocks at={line.at} />}
          {line.earlier !== undefined && (
            <p class="muted">{t('dispatch.earlier', { n: line.earlier.version, cell: line.earlier.cell })}</p>
          )}
          {line.query !== undefined && (
            <p class="user-text" dir="auto">
              {line.query}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
