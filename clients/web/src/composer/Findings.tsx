import type { TextFinding } from '../api/release.ts';
import { t } from '../i18n/index.ts';

interface FindingsProps {
  readonly findings: readonly TextFinding[];
  /** The text of a field, from which the place is cut. */
  readonly textOf: (field: string) => string | undefined;
}

/** What was found in a text, in words, with the very characters. */
export function Findings({ findings, textOf }: FindingsProps) {
  if (findings.length === 0) return null;
  return (
    <ul class="findings" aria-label={t('finding.title')}>
      {findings.map((finding) => (
        <li key={`${finding.field} ${String(finding.start)}`} class="warning">
          {t(`finding.${finding.kind}`)}{' '}
          <mark>
            <bdi>{textOf(finding.field)?.slice(finding.start, finding.start + finding.length) ?? ''}</bdi>
          </mark>
        </li>
      ))}
    </ul>
  );
}
