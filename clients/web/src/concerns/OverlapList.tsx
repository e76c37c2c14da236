import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { mayAdvise } from '../advisories/mayAdvise.ts';
import type { Overlap, Unreckoned } from '../api/concerns.ts';
import { Failure } from '../components/Failure.tsx';
import { Moment } from '../components/Moment.tsx';
import { useDebounced } from '../components/useDebounced.ts';
import { t } from '../i18n/index.ts';
import { LawNote } from '../movements/LawNote.tsx';
import { hrefOf } from '../state/route.ts';
import { places, store } from '../state/store.ts';
import { shown } from '../sync/itemBook.ts';
import { findOverlaps } from './overlapping.ts';

export interface OverlapsProps {
  /** Those of one notification; without it those of all that the force holds. */
  readonly item?: string;
  /** Another number asks again. */
  readonly asked?: number;
}

type Found = Awaited<ReturnType<typeof findOverlaps>>;

/** Long enough for an import to be asked about once, in milliseconds. */
const standsStill = 10_000;

/**
 * Which notifications come into a concern of the reader's own force, those included that arrive while it is looked at: a liaison has this open all day. INVARIANT:
 * asked for when it is looked at; kept nowhere but for how many there are.
 */
export function OverlapList({ item, asked = 0 }: OverlapsProps) {
  const answer = useSignal<Found | undefined>(undefined);
  const held = useDebounced(whatMayOverlap(item), standsStill);
  const last = useRef(0);

  useEffect(() => {
    const number = ++last.current;
    void findOverlaps().then((found) => {
      if (number === last.current) answer.value = found;
    });
  }, [item, asked, held]);

  const found = answer.value?.kind === 'ok' ? answer.value.value : undefined;
  const isAsked = (each: { readonly item: string }) => item === undefined || each.item === item;
  const own = (found?.overlaps ?? []).filter(isAsked);
  const unreckoned = (found?.unreckoned ?? []).filter(isAsked);
  const unnamed =
    found?.complete === false && found.unnamed !== false && !(item !== undefined && unreckoned.length > 0);
  // A server without concerns refuses, and then there is nothing to say.
  const unknown = item === undefined && (answer.value?.kind === 'unreachable' || answer.value?.kind === 'busy');
  if (own.length === 0 && unreckoned.length === 0 && !unknown && !unnamed) return null;
  return (
    <section class="stack-tight" aria-label={t('overlap.title')}>
      <h2>{t('overlap.title')}</h2>
      <Failure answer={answer.value} />
      {own.length > 0 && <p class="note">{t('overlap.what')}</p>}
      <ul class="rows">
        {own.map((each) => (
          <li key={`${each.item} ${each.concern}`}>
            <OverlapLine overlap={each} />
          </li>
        ))}
      </ul>
      {unreckoned.length > 0 && <NotCompared list={unreckoned} />}
      {unnamed && <p class="late">{t('overlap.more')}</p>}
      {item === undefined && <LawNote />}
    </section>
  );
}

/** Another notification, or another version of one, is a reason to ask again. */
function whatMayOverlap(only: string | undefined): readonly string[] {
  return [...store.items.value.values()]
    .map(shown)
    .flatMap((held) => (held?.kind === 'movement' || held?.kind === 'site' ? [held] : []))
    .filter((held) => only === undefined || held.item === only)
    .map((held) => `${held.item} ${JSON.stringify(held.fields['version'])}`)
    .sort();
}

/** What is left for people to look at. */
function NotCompared({ list }: { readonly list: readonly Unreckoned[] }) {
  return (
    <>
      <p class="late">{t('overlap.unreckoned')}</p>
      <ul class="rows">
        {list.map((each) => (
          <li key={each.item}>
            <ReferenceLink to={each} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ReferenceLink({ to }: { readonly to: { readonly item: string; readonly reference: string } }) {
  return (
    <a class="reference" href={hrefOf({ name: 'item', item: to.item })}>
      <bdi dir="ltr" class="code">
        {to.reference}
      </bdi>
    </a>
  );
}

function OverlapLine({ overlap }: { readonly overlap: Overlap }) {
  const room = shown(store.items.value.get(overlap.item))?.channel;
  const rooms = room === undefined ? [...places.value.values()] : [places.value.get(room)];
  const channel = rooms.map((place) => place?.channel).find((each) => each !== undefined && mayAdvise(each));
  return (
    <>
      <p class="row">
        <ReferenceLink to={overlap} />
        <span class="user-text" dir="auto">
          {overlap.note}
        </span>
        <span class="muted">
          <Moment at={overlap.from} /> – <Moment at={overlap.until} />
        </span>
      </p>
      {channel !== undefined && (
        <a class="button button-plain" href={hrefOf({ name: 'advise', channel: channel.id })}>
          {t('advisory.write')}
        </a>
      )}
    </>
  );
}
