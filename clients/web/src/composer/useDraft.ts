import { useSignal } from '@preact/signals';
import type { Answer } from '../api/answer.ts';
import type { Channel, Receipt } from '../api/channels.ts';
import type { Item, Sensitivity } from '../api/items.ts';
import type { PreviewDraft } from '../api/release.ts';
import { useCommand } from '../components/useCommand.ts';
import { ownAudience } from '../state/store.ts';
import { atomsOf, choiceBehind, firstChoice } from './releaseChoice.ts';
import { usePreview } from './usePreview.ts';

interface DraftOptions {
  readonly channel: Channel;
  readonly kind: 'message' | 'incident';
  /** The fields as they would be posted; undefined while there is nothing to send. */
  readonly content: Readonly<Record<string, unknown>> | undefined;
  /** The item to change; a new one without it. */
  readonly item?: Item;
}

export type Sent = { readonly kind: 'sent' } | { readonly kind: 'changed' } | { readonly kind: 'failed' };

/** A draft on its way to other people: its label, what each audience would get, and sending exactly what was shown. */
export function useDraft({ channel, kind, content, item }: DraftOptions) {
  const sensitivity = useSignal<Sensitivity>(item?.marking.sensitivity ?? 'moderate');
  const firstRelease = item === undefined ? firstChoice(channel) : choiceBehind(item, ownAudience.value);
  const choice = useSignal(firstRelease);
  const meant = useSignal(false);
  const changed = useSignal(false);
  const command = useCommand();
  const label = { sensitivity: sensitivity.value, releaseTo: atomsOf(choice.value) };
  const draft: PreviewDraft | undefined =
    content === undefined ? undefined : { channel: channel.id, kind, ...label, content };
  const preview = usePreview(draft);
  const state = preview.state.value;
  const views = state.kind === 'ready' ? state.preview.views : undefined;
  const fingerprint = state.kind === 'ready' ? state.preview.fingerprint : undefined;

  /** Asks once more what each audience would get; sends only if that is what the button said. */
  async function send(attempt: (body: object, key: string, label: object) => Promise<Answer<Receipt>>): Promise<Sent> {
    if (draft === undefined || views === undefined) return { kind: 'failed' };
    changed.value = false;
    const now = await preview.ask(draft);
    if (now.kind !== 'ok') {
      command.answer.value = now;
      return { kind: 'failed' };
    }
    if (now.value.fingerprint !== fingerprint) {
      changed.value = true;
      meant.value = false;
      return { kind: 'changed' };
    }
    const said = item === undefined ? label : changedLabel(item);
    const body = { ...content, ...said };
    const answer = await command.send(body, (key) => attempt(body, key, said));
    return { kind: answer.kind === 'ok' ? 'sent' : 'failed' };
  }

  /** A change says only what it changes of the label: what is not said stays as the author first wanted it. */
  function changedLabel(before: Item): object {
    return {
      ...(sensitivity.value === before.marking.sensitivity ? {} : { sensitivity: sensitivity.value }),
      ...(JSON.stringify(choice.value) === JSON.stringify(firstRelease) ? {} : { releaseTo: label.releaseTo }),
    };
  }

  return { sensitivity, choice, meant, changed, command, preview: state, views, send };
}
