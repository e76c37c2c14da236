import type { Answer } from '../api/answer.ts';
import { bring, brought, idsAtOnce, lookOver } from '../api/imports.ts';
import { newKey } from '../api/keys.ts';
import type { Warning } from '../api/movements.ts';
import type { Problem } from '../api/problem.ts';
import type { AudienceView } from '../api/release.ts';
import type { Failed } from '../components/failureSentence.ts';
import { warningWords } from '../movements/warningWords.ts';
import { run } from '../state/commands.ts';
import type { Fault, SheetNotification } from './notifications.ts';
import type { Said, SheetKind } from './sheet.ts';

/** A notification that has nothing wrong with it. */
export interface Good {
  readonly order: number;
  readonly row: SheetNotification;
  readonly draft: Readonly<Record<string, unknown>>;
  /** What its preview showed: it goes no further. */
  readonly shown?: string;
  readonly isThere: boolean;
}

export interface LookedOver {
  readonly good: readonly Good[];
  readonly faults: readonly Fault[];
  /** To look at once more; it holds nothing up. */
  readonly notes: readonly Fault[];
  /** What each audience would get, each different answer once. */
  readonly views: readonly AudienceView[];
}

export interface Sent {
  readonly added: readonly Good[];
  readonly existing: readonly Good[];
  readonly faults: readonly Fault[];
  readonly notes: readonly Fault[];
}

/** What stopped the work: no answer, or a refusal that is about more than one row. Nothing is lost: it goes on where it was. */
export type Ended<T> =
  { readonly kind: 'done'; readonly value: T } | { readonly kind: 'stopped'; readonly value: T; readonly why: Failed };

export interface Job {
  readonly channel: string;
  readonly kind: SheetKind;
  readonly system: string;
  readonly onProgress: (done: number) => void;
  /** Whether somebody still waits for it. */
  readonly goesOn: () => boolean;
}

const atOnce = 3;
const inPreview = /^content\./;

/** Has every notification looked over by the server before the first is sent. What is there already is not looked over again: it may be late by now. */
export async function lookAll(
  job: Job,
  rows: readonly SheetNotification[],
  consents: readonly string[],
): Promise<Ended<LookedOver>> {
  const good: Good[] = [];
  const faults: Fault[] = rows.flatMap((row) => row.faults);
  const notes: Fault[] = [];
  const views = new Map<string, AudienceView>();
  const value = { good, faults, notes, views: [] };
  const ready = rows.flatMap((row, order) =>
    row.draft === undefined ? [] : [{ row, order, draft: withRecipients(row, consents) }],
  );
  const there = await thereAlready(
    job,
    ready.map(({ row }) => row.id ?? ''),
  );
  if (there.kind !== 'ok') return { kind: 'stopped', value, why: there };
  const why = await each(job, ready, async ({ row, order, draft }) => {
    if (there.value.has(row.id ?? '')) {
      good.push({ row, order, draft, isThere: true });
      return undefined;
    }
    const key = newKey();
    const answer = await run(() => lookOver(job.channel, job.kind, draft, key));
    if (answer.kind === 'ok') {
      const { fingerprint, warnings, findings } = answer.value;
      good.push({ row, order, draft, shown: fingerprint, isThere: false });
      for (const view of answer.value.views) views.set(`${view.audience} ${view.outcome}`, view);
      notes.push(
        ...warned(row, warnings),
        ...(findings ?? []).map((each) => faultOf(row, each.field, { server: each.sentence })),
      );
      return undefined;
    }
    if (!isOfOneRow(answer)) return answer;
    faults.push(...faultsOf(row, answer.problem));
    return undefined;
  });
  good.sort((a, b) => a.order - b.order);
  const found = { good, faults: sorted(faults), notes: sorted(notes), views: [...views.values()] };
  return why === undefined ? { kind: 'done', value: found } : { kind: 'stopped', value: found, why };
}

/** Sends what is good, about in the order of the file. Each has a key of its own, and the server knows each by its id: sent again, it is there already. */
export async function sendAll(job: Job, good: readonly Good[]): Promise<Ended<Sent>> {
  const sent = { added: [] as Good[], existing: [] as Good[], faults: [] as Fault[], notes: [] as Fault[] };
  const name = newKey();
  const why = await each(job, good, async (one) => {
    const key = `imp.${name}.${String(one.order)}`;
    const answer = await run(() => bring(job.channel, job.kind, one.draft, key, one.shown));
    if (answer.kind === 'ok') {
      const said = warned(one.row, answer.value.warnings);
      // Nobody may believe told what the table says and the server does not.
      if (answer.value.existing === true && said.length > 0) sent.faults.push(...said);
      else {
        (answer.value.existing === true ? sent.existing : sent.added).push(one);
        sent.notes.push(...said);
      }
      return undefined;
    }
    if (!isOfOneRow(answer)) return answer;
    sent.faults.push(...faultsOf(one.row, answer.problem));
    return undefined;
  });
  const value = { ...sent, faults: sorted(sent.faults), notes: sorted(sent.notes) };
  return why === undefined ? { kind: 'done', value } : { kind: 'stopped', value, why };
}

function withRecipients(row: SheetNotification, consents: readonly string[]): Readonly<Record<string, unknown>> {
  const recipients = row.tell.filter((audience) => consents.includes(audience));
  return { ...row.draft, recipients: recipients.map((audience) => ({ audience, consent: true })) };
}

async function thereAlready(job: Job, ids: readonly string[]): Promise<Answer<ReadonlySet<string>>> {
  const there = new Set<string>();
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const asked = ids.slice(at, at + idsAtOnce);
    const answer = await run(() => brought(job.channel, job.kind, job.system, asked));
    if (answer.kind !== 'ok') return answer;
    for (const id of answer.value.there) there.add(id);
  }
  return { kind: 'ok', value: there };
}

/** Does something with each, a few at a time; stops all when one cannot go on. */
async function each<T>(
  job: Job,
  all: readonly T[],
  act: (one: T) => Promise<Failed | undefined>,
): Promise<Failed | undefined> {
  let [next, done] = [0, 0];
  let why: Failed | undefined;
  const work = async () => {
    while (why === undefined && job.goesOn()) {
      const one = all[next];
      next += 1;
      if (one === undefined) return;
      const failed = await act(one);
      if (failed !== undefined) why ??= failed;
      else job.onProgress((done += 1));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return why ?? (job.goesOn() ? undefined : { kind: 'unreachable' });
}

/** Whether a refusal is about this row, and not about who asks or the whole room. */
function isOfOneRow(answer: Failed): answer is Extract<Failed, { kind: 'refused' }> {
  return (
    answer.kind === 'refused' && ([400, 413, 422].includes(answer.problem.status) || answer.problem.code === 'CG-3020')
  );
}

function faultsOf(row: SheetNotification, problem: Problem): readonly Fault[] {
  const errors = Object.entries(problem.errors);
  return errors.length === 0
    ? [faultOf(row, '', { server: problem.detail || problem.title })]
    : errors.map(([field, sentences]) => faultOf(row, field, { server: sentences.join(' ') }));
}

function warned(row: SheetNotification, warnings: readonly Warning[] | null | undefined): readonly Fault[] {
  return (warnings ?? []).map((warning) => {
    const words = warningWords(warning);
    return faultOf(row, warning.field, words === warning.text ? { server: words } : words);
  });
}

function faultOf(row: SheetNotification, path: string, say: Said): Fault {
  const field = path.replace(inPreview, '');
  const { line = row.line, column } = row.find(field);
  return {
    line,
    ...(row.id === undefined ? {} : { id: row.id }),
    ...(column === undefined ? {} : { column }),
    say,
  };
}

function sorted(faults: readonly Fault[]): readonly Fault[] {
  return [...faults].sort((a, b) => a.line - b.line);
}
