import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { problemIn, type Answer } from '../api/answer.ts';
import type { Channel, Receipt } from '../api/channels.ts';
import { sensitivities, type Item, type KnownKind, type Sensitivity } from '../api/items.ts';
import { ProblemCodes, type WiderAudience } from '../api/problem.ts';
import type { AudienceView, Preview, PreviewDraft } from '../api/release.ts';
import { useCommand } from '../components/useCommand.ts';
import { ownAudience } from '../state/store.ts';
import { crossing } from './consequence.ts';
import { atomsOf, choiceBehind, firstChoice, type ReleaseChoice } from './releaseChoice.ts';
import { usePreview } from './usePreview.ts';

interface DraftOptions {
  readonly channel: Channel;
  readonly kind: KnownKind;
  /** The fields as they would be posted; undefined while there is nothing to send. */
  readonly content: Readonly<Record<string, unknown>> | undefined;
  /** The item to change; a new one without it. */
  readonly item?: Item;
  /** What the command says beside the content, such as a stage or a reason: with another one it is another command. */
  readonly beside?: object;
}

/** An audience that is wider than was shown, and who of it is new or gets more. */
export interface Wider extends WiderAudience {
  readonly added: readonly AudienceView[];
}

export type Sent = { readonly kind: 'sent' } | { readonly kind: 'changed' } | { readonly kind: 'failed' };

/**
 * Kinds without a label of their author's: who gets a movement or a site is who was named, and consented to, in it; an advisory is written for release to
 * all whom the rules give it.
 */
const unlabelled: ReadonlySet<KnownKind> = new Set(['movement', 'site', 'advisory']);

/** A draft on its way to other people: its label, what each audience would get, and sending exactly what was shown. */
export function useDraft({ channel, kind, content, item, beside }: DraftOptions) {
  // What a person chose, and nothing else: a colleague may protect the item more meanwhile, and what is shown and sent follows that.
  const chosenSensitivity = useSignal<ChosenSensitivity | undefined>(undefined);
  const chosenRelease = useSignal<ReleaseChoice | undefined>(undefined);
  const present = item === undefined ? firstChoice(channel) : choiceBehind(item, ownAudience.value);
  const protectedAs = item?.marking.sensitivity ?? 'moderate';
  const sensitivity = stricterSince(chosenSensitivity.value, protectedAs);
  const choice = chosenRelease.value ?? present;
  const meantFor = useSignal<string | undefined>(undefined);
  const sending = useRef(false);
  const changed = useSignal(false);
  const wider = useSignal<Wider | undefined>(undefined);
  const command = useCommand();
  const releaseTo = atomsOf(choice);
  const labelled = !unlabelled.has(kind);
  const label = !labelled ? {} : { sensitivity, releaseTo };
  const draft: PreviewDraft | undefined =
    content === undefined ? undefined : { channel: channel.id, kind, ...label, content };
  const preview = usePreview(draft);
  const state = preview.state.value;
  const views = state.kind === 'ready' ? state.preview.views : undefined;
  const read = state.kind === 'ready' ? summaryOf(state.preview) : undefined;
  const findings = state.kind === 'ready' ? (state.preview.findings ?? []) : [];
  const marked = findings.some((finding) => finding.kind === 'classified');

  // INVARIANT: who is meant is named. Another side that comes to it later, or an item that went another way meanwhile, has to be meant anew.
  const across = views === undefined ? [] : crossing(views, ownAudience.value);
  const reaching = JSON.stringify([present, across.map((view) => [view.audience, view.outcome])]);
  const meant = meantFor.value === reaching;

  /** Asks once more what each audience would get; sends only if that is what the button said, and no further than was shown. Once, however often it is asked for meanwhile. */
  async function send(attempt: Attempt, confirmed?: Wider): Promise<Sent> {
    if (sending.current) return { kind: 'failed' };
    sending.current = true;
    try {
      return await sendOnce(attempt, confirmed);
    } finally {
      sending.current = false;
    }
  }

  async function sendOnce(attempt: Attempt, confirmed?: Wider): Promise<Sent> {
    if (draft === undefined || views === undefined || command.busy.peek()) return { kind: 'failed' };
    // Also where a key sends, and not the button that says what is missing.
    if (confirmed === undefined && labelled && (marked || (across.length > 0 && !meant))) return { kind: 'failed' };
    changed.value = false;
    wider.value = undefined;
    if (confirmed !== undefined) return post(attempt, confirmed.fingerprint, confirmed.views);
    const now = await preview.ask(draft);
    if (now.kind !== 'ok') {
      // What is to be corrected is said by the preview, and gone when it is.
      if (Object.keys(problemIn(now)?.errors ?? {}).length === 0) command.answer.value = now;
      return { kind: 'failed' };
    }
    if (summaryOf(now.value) !== read) {
      changed.value = true;
      meantFor.value = undefined;
      return { kind: 'changed' };
    }
    return post(attempt, now.value.fingerprint, now.value.views);
  }

  async function post(attempt: Attempt, shown: string, before: readonly AudienceView[]): Promise<Sent> {
    const said = item === undefined || !labelled ? label : changedLabel(item);
    const body = { ...content, ...said };
    const answer = await command.send({ ...body, beside }, (key) => attempt(body, key, said, shown));
    if (answer.kind === 'refused' && answer.problem.code === ProblemCodes.audienceWidened && answer.problem.wider) {
      command.answer.value = undefined;
      wider.value = { ...answer.problem.wider, added: addedTo(before, answer.problem.wider.views) };
    }
    return { kind: answer.kind === 'ok' ? 'sent' : 'failed' };
  }

  /** A change says only what it changes of the label: what is not said stays as the author first wanted it. */
  function changedLabel(before: Item): object {
    return {
      ...(sensitivity === before.marking.sensitivity ? {} : { sensitivity }),
      ...(JSON.stringify(choice) === JSON.stringify(present) ? {} : { releaseTo }),
    };
  }

  function chooseRelease(next: ReleaseChoice | undefined): void {
    chosenRelease.value = next;
    meantFor.value = undefined;
  }

  /** Back to the draft: what is shown of it is asked anew, and what was meant before is not meant any more. */
  function leaveWider(): void {
    wider.value = undefined;
    meantFor.value = undefined;
    if (draft !== undefined) void preview.ask(draft);
  }

  return {
    sensitivity,
    choose: (level: Sensitivity) => (chosenSensitivity.value = { level, over: protectedAs }),
    choice,
    /** Undefined for what one begins with. */
    chooseRelease,
    /** Whether a person said that they mean those of other sides whom it would reach now. */
    meant,
    mean: (on: boolean) => (meantFor.value = on ? reaching : undefined),
    changed,
    wider,
    command,
    preview: state,
    /** Why it was not sent. */
    problem: problemIn(command.answer.value),
    /** Why there is no preview. */
    remarks: state.kind === 'failed' ? problemIn(state.answer) : undefined,
    views,
    findings,
    marked,
    send,
    leaveWider,
  };
}

interface ChosenSensitivity {
  readonly level: Sensitivity;
  /** What stood there when it was chosen. */
  readonly over: Sensitivity;
}

/** As it was chosen; when somebody else changed it since, the stricter of the two. */
function stricterSince(chosen: ChosenSensitivity | undefined, now: Sensitivity): Sensitivity {
  if (chosen === undefined) return now;
  const isStricter = sensitivities.indexOf(now) > sensitivities.indexOf(chosen.level);
  return chosen.over !== now && isStricter ? now : chosen.level;
}

type Attempt = (body: object, key: string, label: object, shown: string) => Promise<Answer<Receipt>>;

/** What a person reads off a preview; the fingerprint is another one each time. */
function summaryOf(preview: Preview): string {
  return JSON.stringify([
    preview.views.map((view) => [view.audience, view.outcome]),
    (preview.findings ?? []).map((finding) => [finding.field, finding.kind]),
  ]);
}

const reach = { withheld: 0, review: 1, shown: 2 } as const;

/** Who gets more than before; everybody who gets something when the difference is within what they get. */
function addedTo(before: readonly AudienceView[], now: readonly AudienceView[]): readonly AudienceView[] {
  const more = now.filter(
    (view) => reach[view.outcome] > reach[before.find((old) => old.audience === view.audience)?.outcome ?? 'withheld'],
  );
  return more.length > 0 ? more : now.filter((view) => view.outcome !== 'withheld');
}
