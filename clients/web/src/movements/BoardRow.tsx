import { useSignal } from '@preact/signals';
import type { Item } from '../api/items.ts';
import { Button } from '../components/Button.tsx';
import { ChangedFields } from '../components/ChangedFields.tsx';
import { FieldList } from '../components/FieldList.tsx';
import { FieldValue } from '../components/FieldValue.tsx';
import { ItemFrame } from '../components/ItemFrame.tsx';
import { ItemReference } from '../components/ItemReference.tsx';
import { t } from '../i18n/index.ts';
import { hrefOf } from '../state/route.ts';
import { AcknowledgeMovement } from './AcknowledgeMovement.tsx';
import type { Standing } from './board.ts';
import { DispatchLines } from './DispatchLines.tsx';
import { LawNote } from './LawNote.tsx';
import { movementTitle } from './movementTitle.ts';
import { WindowCountdown } from './WindowCountdown.tsx';

interface BoardRowProps {
  readonly item: Item;
  readonly standing: Standing;
}

const inBrief = ['state', 'mode'];
const window = ['windowStart', 'windowEnd'];
/** What is read before receipt of it is acknowledged. */
const toRead = ['category', 'country', 'route', 'routeGeometry', 'alternateRoutes', 'vehicles', 'callContact'];

/** One movement on the board: when, by what, how long it is until then, and acknowledging receipt of what is then there to be read. */
export function BoardRow({ item, standing }: BoardRowProps) {
  const open = useSignal(false);
  const { fields } = item;
  const only = (names: readonly string[]) =>
    Object.fromEntries(names.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]));
  return (
    <ItemFrame item={item} label={t('item.movement')}>
      <h3 class="item-title">
        <a href={hrefOf({ name: 'item', item: item.item })}>
          <bdi>{movementTitle(fields)}</bdi>
        </a>
      </h3>
      <p class="brief">
        <ItemReference item={item} />
        {Object.entries(only(inBrief)).map(([name, value]) => (
          <span key={name}>
            <FieldValue name={name} value={value} kind="movement" />
          </span>
        ))}
      </p>
      <ChangedFields item={item} />
      <WindowCountdown fields={fields} />
      <FieldList fields={only(window)} kind="movement" />
      <DispatchLines value={fields['dispatch']} />
      {standing === 'open' && (
        <div class="board-acknowledge">
          <Button
            kind={open.value ? 'plain' : 'primary'}
            expanded={open.value}
            onClick={() => (open.value = !open.value)}
          >
            {open.value ? t('board.close') : t('acknowledgement.do')}
          </Button>
        </div>
      )}
      {standing === 'open' && open.value && (
        <>
          <FieldList fields={only(toRead)} kind="movement" />
          <AcknowledgeMovement key={item.item} item={item} />
        </>
      )}
      <LawNote />
    </ItemFrame>
  );
}
