import type { KnownKind } from '../api/items.ts';
import type { AudienceView } from '../api/release.ts';
import { Button } from '../components/Button.tsx';
import { Failure } from '../components/Failure.tsx';
import { audienceName } from '../components/parties.ts';
import { consequenceOf, sendWords } from '../composer/consequence.ts';
import { DraftPreview } from '../composer/DraftPreview.tsx';
import { Findings } from '../composer/Findings.tsx';
import type { useDraft, Wider } from '../composer/useDraft.ts';
import { besideRemarks } from '../composer/usePreview.ts';
import { WiderNotice } from '../composer/WiderNotice.tsx';
import { listOf } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { MissingList } from './MissingList.tsx';

interface SendNotificationProps {
  readonly kind: KnownKind;
  readonly draft: ReturnType<typeof useDraft>;
  /** What is still to be said or mended. */
  readonly missing: readonly string[];
  /** Audiences that were named with consent. */
  readonly named: readonly string[];
  readonly onSend: (confirmed?: Wider) => void;
  /** The text of a field as it would be sent. */
  readonly textOf: (field: string) => string | undefined;
}

/** The end of a notification: what is missing, what each audience would get, and sending. The consent for each force is the second gesture. */
export function SendNotification({ kind, draft, missing, named, onSend, textOf }: SendNotificationProps) {
  const { views } = draft;
  const untold = views === undefined ? [] : named.filter((audience) => !isTold(audience, views));
  return (
    <>
      <MissingList words={missing} />
      <DraftPreview state={besideRemarks(draft.preview)} kind={kind} changed={draft.changed.value} />
      {untold.length > 0 && (
        <p class="warning" role="alert">
          {t('movement.untold', { audiences: listOf(untold.map((audience) => audienceName(audience))) })}
        </p>
      )}
      <Findings findings={draft.findings} textOf={textOf} />
      <WiderNotice
        wider={draft.wider.value}
        busy={draft.command.busy.value}
        onConfirm={onSend}
        onLeave={draft.leaveWider}
      />
      <Failure answer={draft.command.answer.value} words={t('movement.kept')} />
      {draft.wider.value === undefined && (
        <div class="send">
          <Button
            kind="primary"
            disabled={draft.command.busy.value || missing.length > 0 || draft.marked || views === undefined}
            onClick={() => {
              onSend();
            }}
          >
            {buttonWords(draft, missing)}
          </Button>
        </div>
      )}
    </>
  );
}

function buttonWords(draft: ReturnType<typeof useDraft>, missing: readonly string[]): string {
  if (draft.command.busy.value) return t('composer.send.sending');
  if (missing.length > 0) return t('movement.send.notYet');
  if (draft.marked) return t('composer.send.marked');
  return sendWords(draft.views === undefined ? undefined : consequenceOf(draft.views));
}

/** Whether who was named would get it at once, by what the server said of the draft. */
function isTold(audience: string, views: readonly AudienceView[]): boolean {
  return views.some((view) => view.audience.replace(/^audience:/, '') === audience && view.outcome === 'shown');
}
