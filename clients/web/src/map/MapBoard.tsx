import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { store } from '../state/store.ts';
import { kindOf, type Item, type KnownKind } from '../api/items.ts';
import { Button } from '../components/Button.tsx';
import { Checkbox } from '../components/Checkbox.tsx';
import { Failure } from '../components/Failure.tsx';
import { itemTitle } from '../components/itemTitle.ts';
import { listOf } from '../i18n/dates.ts';
import { locale, t } from '../i18n/index.ts';
import { LawNote } from '../movements/LawNote.tsx';
import { isFault } from './ground.ts';
import { GroundNote } from './GroundNote.tsx';
import { ItemsMap, type Drawn } from './ItemsMap.tsx';
import { kindName, mapKinds } from './kinds.ts';
import { MapRow } from './MapRow.tsx';
import { MapSign } from './MapSign.tsx';
import { boxOf, isRough, marksOf, meet, type Box } from './marks.ts';
import { useGround } from './useGround.ts';
import { useMapItems } from './useMapItems.ts';

/** Rows at once; who wants the others goes nearer or to the list. */
const mostRows = 60;

/** What this reader holds with a place, drawn, and beside it the list of what is in view: the same things, one way each. */
export function MapBoard({ first }: { readonly first: KnownKind | undefined }) {
  const ground = useGround();
  const kinds = useSignal<readonly KnownKind[]>(first === undefined ? mapKinds : [first]);
  const box = useSignal<Box | undefined>(undefined);
  const chosen = useSignal<readonly string[]>([]);
  const list = useRef<HTMLHeadingElement>(null);
  const { items, ready, failure, retry, crowded, unread, readOn } = useMapItems(kinds.value, box.value);

  // A view is drawn once: by the view itself, for a revision belongs to the stream it came by. Its words are others in another language.
  const drawings = useMemo(() => new WeakMap<Item, Drawn>(), [locale(), store.codeLists.value]);
  const drawn = items.map((item) => {
    const known = drawings.get(item) ?? drawnOf(item);
    drawings.set(item, known);
    return known;
  });
  const placed = useSame(drawn.filter(({ marks }) => marks.length > 0));
  const inView = placed.filter(({ marks }) => {
    const extent = boxOf(marks);
    return box.value !== undefined && extent !== undefined && meet(extent, box.value);
  });
  const picked = inView.filter(({ id }) => chosen.value.includes(id));
  const rows = picked.length > 0 ? picked : inView;
  const byId = new Map(items.map((item) => [item.item, item]));
  const choose = (ids: readonly string[]) => (chosen.value = ids);
  // INVARIANT: how many there are is said only when every kind has answered.
  const counted = ready ? t('map.inView', { n: inView.length }) : t('map.list');
  const heading = picked.length > 0 ? t('map.chosen', { n: picked.length }) : counted;

  return (
    <div class="map-board">
      <div class="map-side stack-tight">
        <details>
          <summary>
            {t('map.kinds')}: {listOf(kinds.value.map(kindName))}
          </summary>
          <fieldset class="map-kinds">
            <legend class="visually-hidden">{t('map.kinds')}</legend>
            {mapKinds.map((kind) => (
              <Checkbox
                key={kind}
                checked={kinds.value.includes(kind)}
                onChange={(on) => {
                  kinds.value = on ? [...kinds.value, kind] : kinds.value.filter((each) => each !== kind);
                }}
              >
                <MapSign kind={kind} /> {kindName(kind)}
              </Checkbox>
            ))}
          </fieldset>
        </details>
        <ItemsMap
          ground={ground === undefined || isFault(ground) ? undefined : ground}
          items={placed}
          coming={!ready && failure === undefined}
          chosen={chosen.value}
          onChoose={choose}
          onMoved={(seen) => (box.value = seen)}
          onList={() => list.current?.focus()}
        />
        {placed.some(({ kind }) => kind === 'movement' || kind === 'site') && <LawNote />}
        <GroundNote ground={ground} />
      </div>
      <section class="map-list stack-tight">
        <h2 ref={list} tabIndex={-1}>
          {heading}
        </h2>
        <p class="visually-hidden" role="status">
          {picked.length > 0 && heading}
        </p>
        <Failure answer={failure} />
        {failure !== undefined && <Button onClick={retry}>{t('error.tryAgain')}</Button>}
        {!ready && failure === undefined && (
          <p class="muted" role="status">
            {t('channel.loading')}
          </p>
        )}
        <p class="hint">{t('map.rough.hint')}</p>
        {crowded && <p class="late">{t('map.crowded')}</p>}
        {unread && <Button onClick={readOn}>{t('map.readOn')}</Button>}
        {placed.length < drawn.length && <p class="muted">{t('map.noPlace', { n: drawn.length - placed.length })}</p>}
        {picked.length > 0 && (
          <Button
            onClick={() => {
              choose([]);
            }}
          >
            {t('map.showAll')}
          </Button>
        )}
        <ol class="conversation" aria-label={t('map.list')}>
          {rows.slice(0, mostRows).map((row) => {
            const item = byId.get(row.id);
            if (item === undefined) return null;
            return (
              <li key={row.id}>
                <MapRow item={item} drawn={row} chosen={chosen.value.includes(row.id)} onChoose={choose} />
              </li>
            );
          })}
        </ol>
        {rows.length > mostRows && <p class="muted">{t('map.more', { n: rows.length - mostRows })}</p>}
      </section>
    </div>
  );
}

/** The list as it was, as long as the same things are in it in the same order. */
function useSame<T>(list: readonly T[]): readonly T[] {
  const last = useRef(list);
  const same = list.length === last.current.length && list.every((each, index) => each === last.current[index]);
  if (!same) last.current = list;
  return last.current;
}

function drawnOf(item: Item): Drawn {
  const marks = marksOf(item);
  const known = kindOf(item);
  const kind = known === 'other' ? 'message' : known;
  const exercise = item.exercise === true || item.marking.caveats.includes('exercise');
  const { sensitivity } = item.marking;
  return { id: item.item, kind, marks, exercise, sensitivity, label: labelOf(item, kind, exercise, isRough(marks)) };
}

/** INVARIANT: the marking goes with the name, also where there is room for words alone. */
function labelOf(item: Item, kind: KnownKind, exercise: boolean, rough: boolean): string {
  return [
    exercise ? t('marking.exercise') : '',
    t(`sensitivity.${item.marking.sensitivity}`),
    kindName(kind),
    itemTitle(item),
    rough ? t('map.rough') : '',
  ]
    .filter((words) => words !== '')
    .join('. ');
}
