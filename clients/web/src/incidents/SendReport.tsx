import type { ComponentChildren } from 'preact';
import type { KnownKind } from '../api/items.ts';
import { Failure } from '../components/Failure.tsx';
import { DraftPreview } from '../composer/DraftPreview.tsx';
import { Handling } from '../composer/Handling.tsx';
import { ReleaseChoiceField } from '../composer/ReleaseChoiceField.tsx';
import { SendBar } from '../composer/SendBar.tsx';
import { Findings } from '../composer/Findings.tsx';
import type { useDraft, Wider } from '../composer/useDraft.ts';
import { besideRemarks } from '../composer/usePreview.ts';
import { WiderNotice } from '../composer/WiderNotice.tsx';
import { t } from '../i18n/index.ts';
import { ownAudience } from '../state/store.ts';

interface SendReportProps {
  readonly kind: KnownKind;
  readonly draft: ReturnType<typeof useDraft>;
  /** False while the least that makes a report is missing. */
  readonly ready: boolean;
  /** What that least is, in words. */
  readonly least: ComponentChildren;
  readonly onSend: (confirmed?: Wider) => void;
  /** The text of a field as it would be posted. */
  readonly textOf: (field: string) => string | undefined;
}

/** The last step of a report: how it is handled, what each side would get, and sending. */
export function SendReport({ kind, draft, ready, least, onSend, textOf }: SendReportProps) {
  return (
    <>
      {!ready && least}
      <ReleaseChoiceField choice={draft.choice} views={draft.views ?? []} onChange={draft.chooseRelease} />
      <Handling sensitivity={draft.sensitivity} onChange={draft.choose} />
      <DraftPreview state={besideRemarks(draft.preview)} kind={kind} changed={draft.changed.value} />
      <Findings findings={draft.findings} textOf={textOf} />
      <WiderNotice
        wider={draft.wider.value}
        busy={draft.command.busy.value}
        onConfirm={onSend}
        onLeave={draft.leaveWider}
      />
      <Failure answer={draft.command.answer.value} words={t('report.kept')} />
      {draft.wider.value === undefined && (
        <SendBar
          views={draft.views}
          marked={draft.marked}
          own={ownAudience.value}
          meant={draft.meant}
          busy={draft.command.busy.value}
          disabled={!ready}
          onMeant={draft.mean}
          onSend={() => {
            onSend();
          }}
        />
      )}
    </>
  );
}
