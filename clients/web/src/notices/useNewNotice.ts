import { useSignal } from '@preact/signals';
import type { Channel } from '../api/channels.ts';
import type { KnownKind } from '../api/items.ts';
import type { NoticeAnswer, NoticeDraft, NoticeReceipt } from '../api/notices.ts';
import { useDraft, type Wider } from '../composer/useDraft.ts';
import { dropDraft, lastingDraft } from '../state/drafts.ts';

interface NewNoticeOptions {
  readonly channel: Channel;
  readonly kind: KnownKind;
  /** Under which its words are kept. */
  readonly place: string;
  /** Undefined while something is still to be said. */
  readonly content: NoticeDraft | undefined;
  readonly post: (channel: string, body: NoticeDraft, key: string, shown: string) => NoticeAnswer;
}

const nothingTried = { body: '', key: '' };

/** A new notice on its way: preview, sending exactly what was shown, and the receipt. Its words are dropped once the server has them. */
export function useNewNotice({ channel, kind, place, content, post }: NewNoticeOptions) {
  const tried = lastingDraft(`${place} tried`, nothingTried);
  const receipt = useSignal<NoticeReceipt | undefined>(undefined);
  const draft = useDraft({ channel, kind, content });

  async function attempt(body: object, key: string, _: object, shown: string) {
    // The same words keep their key over a reload too: an answer that was lost with the page does not make a second notice.
    const words = JSON.stringify(body);
    tried.value = tried.value.body === words ? tried.value : { body: words, key };
    const result = await post(channel.id, body as NoticeDraft, tried.value.key, shown);
    if (result.kind === 'ok') receipt.value = result.value;
    return result;
  }

  async function send(confirmed?: Wider): Promise<void> {
    if ((await draft.send(attempt, confirmed)).kind !== 'sent') return;
    for (const part of ['', ' step', ' tried']) dropDraft(place + part);
  }

  return {
    draft,
    receipt: receipt.value,
    onSend: (confirmed?: Wider) => void send(confirmed),
  };
}
