import { useSignal } from '@preact/signals';
import type { Channel } from '../api/channels.ts';
import * as channels from '../api/channels.ts';
import type { Item } from '../api/items.ts';
import { Button } from '../components/Button.tsx';
import { Checkbox } from '../components/Checkbox.tsx';
import { Failure } from '../components/Failure.tsx';
import { Quote } from '../components/Quote.tsx';
import { TextArea } from '../components/TextArea.tsx';
import { textOf } from '../components/fieldReaders.ts';
import { AttachField } from '../files/AttachField.tsx';
import { useAttachments } from '../files/useAttachments.ts';
import { t } from '../i18n/index.ts';
import { draft as draftOf } from '../state/drafts.ts';
import { ownAudience } from '../state/store.ts';
import { DraftPreview } from './DraftPreview.tsx';
import { Findings } from './Findings.tsx';
import { Handling } from './Handling.tsx';
import { ReleaseChoiceField } from './ReleaseChoiceField.tsx';
import { SendBar } from './SendBar.tsx';
import { useDraft, type Wider } from './useDraft.ts';
import { WiderNotice } from './WiderNotice.tsx';

interface MessageComposerProps {
  readonly channel: Channel;
  readonly replyTo?: Item;
  /** The message to edit; a new one without it. */
  readonly edit?: Item;
  readonly onDone: () => void;
}

const longest = 8000;

/** Writes a message: who it may go to, how sensitive it is, what each side would get, and a button that says so. */
export function MessageComposer({ channel, replyTo, edit, onDone }: MessageComposerProps) {
  const text = draftOf(
    `message ${channel.id} ${edit?.item ?? replyTo?.item ?? ''}`,
    textOf(edit?.fields['text']) ?? '',
  );
  const acknowledgement = useSignal(false);
  const open = useSignal(edit !== undefined || replyTo !== undefined || text.value !== '');
  const trimmed = text.value.trim();
  const attachments = useAttachments(channel.id);
  const ready = trimmed !== '' && attachments.ready;
  const draft = useDraft({
    channel,
    kind: 'message',
    content: trimmed === '' ? undefined : contentOf(trimmed, edit, replyTo, acknowledgement.value, attachments.ids),
    ...(edit === undefined ? {} : { item: edit }),
  });

  async function send(confirmed?: Wider): Promise<void> {
    const result = await draft.send(
      (body, key, _, shown) =>
        edit === undefined
          ? channels.postMessage(channel.id, body as channels.MessageDraft, key, shown)
          : channels.editMessage(edit.item, body as channels.MessageEdit, key, shown),
      confirmed,
    );
    if (result.kind !== 'sent') return;
    attachments.done();
    text.value = '';
    acknowledgement.value = false;
    draft.chooseRelease(undefined);
    open.value = false;
    onDone();
  }

  return (
    <form
      class="composer"
      aria-label={edit === undefined ? t('composer.title') : t('composer.edit')}
      onSubmit={(e) => {
        e.preventDefault();
      }}
    >
      {replyTo !== undefined && <Quote item={replyTo} />}
      <TextArea
        label={t('composer.text')}
        value={text.value}
        max={longest}
        rows={open.value ? 4 : 2}
        onInput={(value) => {
          text.value = value;
          open.value = true;
        }}
        onSubmit={() => {
          if (ready) void send();
        }}
      />
      <Findings findings={draft.findings} textOf={() => trimmed} />
      {open.value && (
        <>
          <ReleaseChoiceField choice={draft.choice} views={draft.views ?? []} onChange={draft.chooseRelease} />
          <div class="row composer-label">
            <Handling sensitivity={draft.sensitivity} onChange={draft.choose} />
            {edit === undefined && (
              <Checkbox checked={acknowledgement.value} onChange={(on) => (acknowledgement.value = on)}>
                {t('composer.acknowledgement')}
              </Checkbox>
            )}
          </div>
          {edit === undefined && <AttachField attachments={attachments} />}
          <DraftPreview state={draft.preview} kind="message" changed={draft.changed.value} />
          <WiderNotice
            wider={draft.wider.value}
            busy={draft.command.busy.value}
            onConfirm={(wider) => void send(wider)}
            onLeave={draft.leaveWider}
          />
          <Failure answer={draft.command.answer.value} words={t('error.wordsKept')} />
          <div class="row composer-send">
            {draft.wider.value === undefined && (
              <SendBar
                views={draft.views}
                marked={draft.marked}
                own={ownAudience.value}
                meant={draft.meant}
                busy={draft.command.busy.value}
                disabled={!ready}
                onMeant={draft.mean}
                onSend={() => void send()}
              />
            )}
            {(edit !== undefined || replyTo !== undefined) && (
              <Button kind="quiet" onClick={onDone}>
                {t('composer.cancel')}
              </Button>
            )}
          </div>
        </>
      )}
    </form>
  );
}

function contentOf(
  text: string,
  edit: Item | undefined,
  replyTo: Item | undefined,
  acknowledgement: boolean,
  attachments: readonly string[],
): Record<string, unknown> {
  if (edit !== undefined) return { text };
  return {
    text,
    ...(replyTo === undefined ? {} : { replyTo: replyTo.item }),
    ...(acknowledgement ? { acknowledgementRequested: true } : {}),
    ...(attachments.length === 0 ? {} : { attachments }),
  };
}
