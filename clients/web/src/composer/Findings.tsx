import type { TextFinding } from '../api/release.ts';
import { t } from '../i18n/index.ts';

interface FindingsProps {
  readonly findings: readonly TextFinding[];
  /** The text of a field, from which the place is cut. */
  readonly textOf: (field: string) => string | undefined;
}

/** What was found in a text, in words, with the very characters; in a file, with its name. */
export function Findings({ findings, textOf }: FindingsProps) {
  if (findings.length === 0) return null;
  return (
    <ul class="findings" aria-label={t('finding.title')}>
      {findings.map((finding) => (
        <li key={`${finding.file ?? finding.field} ${finding.kind} ${String(finding.start)}`} class="warning">
          {t(`finding.${finding.kind}`)}{' '}
          <mark>
            <bdi>{placeOf(finding, textOf)}</bdi>
          </mark>
        </li>
      ))}
    </ul>
  );
}

function placeOf({ file, field, start, length }: TextFinding, textOf: FindingsProps['textOf']): string {
  return file ?? textOf(field)?.slice(start, start + length) ?? '';
}
