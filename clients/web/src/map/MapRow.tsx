import { useEffect, useRef } from 'preact/hooks';
import type { Item } from '../api/items.ts';
import { Author } from '../components/Author.tsx';
import { Button } from '../components/Button.tsx';
import { FieldValue } from '../components/FieldValue.tsx';
import { ItemFrame } from '../components/ItemFrame.tsx';
import { ItemReference } from '../components/ItemReference.tsx';
import { itemTitle } from '../components/itemTitle.ts';
import { t } from '../i18n/index.ts';
import { hrefOf } from '../state/route.ts';
import type { Drawn } from './ItemsMap.tsx';
import { kindName } from './kinds.ts';
import { MapSign } from './MapSign.tsx';
import { isRough } from './marks.ts';

const inBrief = ['state', 'severity', 'admin2', 'admin1', 'position'];

interface MapRowProps {
  readonly item: Item;
  readonly drawn: Drawn;
  readonly chosen: boolean;
  readonly onChoose: (ids: readonly string[]) => void;
}

/** One of the things in view: what it is, where, how roughly that is known, and the way to its page. */
export function MapRow({ item, drawn, chosen, onChoose }: MapRowProps) {
  const { fields, kind } = item;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div ref={row} class={chosen ? 'map-row map-row-chosen' : 'map-row'}>
      <ItemFrame item={item} label={kindName(drawn.kind)}>
        <h3 class="item-title">
          <MapSign kind={drawn.kind} />{' '}
          <a href={hrefOf({ name: 'item', item: item.item })}>
            <bdi>{itemTitle(item)}</bdi>
          </a>
        </h3>
        <p class="item-head">
          <Author fields={fields} />
          <ItemReference item={item} />
          {isRough(drawn.marks) && <span class="late">{t('map.rough')}</span>}
        </p>
        <p class="brief">
          {inBrief
            .filter((name) => fields[name] !== undefined && fields[name] !== null && fields[name] !== '')
            .map((name) => (
              <span key={name}>
                <FieldValue name={name} value={fields[name]} kind={kind} />
              </span>
            ))}
        </p>
        <Button
          kind="quiet"
          pressed={chosen}
          onClick={() => {
            onChoose(chosen ? [] : [drawn.id]);
          }}
        >
          {t('map.mark')}
        </Button>
      </ItemFrame>
    </div>
  );
}
