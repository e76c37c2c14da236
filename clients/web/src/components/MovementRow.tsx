import type { Item } from '../api/items.ts';
import { t } from '../i18n/index.ts';
import { isEscalated, ownLine } from '../movements/dispatch.ts';
import { LawNote } from '../movements/LawNote.tsx';
import { movementTitle } from '../movements/movementTitle.ts';
import { OverdueMark } from '../movements/OverdueMark.tsx';
import { WaitingFor } from '../movements/WaitingFor.tsx';
import { WindowCountdown } from '../movements/WindowCountdown.tsx';
import { hrefOf } from '../state/route.ts';
import { Author } from './Author.tsx';
import { ChangedFields } from './ChangedFields.tsx';
import { FieldList } from './FieldList.tsx';
import { FieldValue } from './FieldValue.tsx';
import { ItemFrame } from './ItemFrame.tsx';
import { ItemReference } from './ItemReference.tsx';
import { Quarantine } from './Quarantine.tsx';
import { Releases } from './Releases.tsx';

const inBrief = ['state', 'mode', 'category', 'country'];
const inFull = ['windowStart', 'windowEnd', 'callContact'];

/** A movement in a list: where to, in which state, when, by what, and whom to call. */
export function MovementRow({ item }: { readonly item: Item }) {
  const { fields } = item;
  const held = (name: string) => fields[name] !== undefined && fields[name] !== null && fields[name] !== '';
  return (
    <ItemFrame item={item} label={t('item.movement')}>
      <OverdueMark fields={fields} />
      <h2 class="item-title">
        <a href={hrefOf({ name: 'item', item: item.item })}>
          <bdi>{movementTitle(fields)}</bdi>
        </a>
      </h2>
      <p class="item-head">
        <Author fields={fields} />
        <ItemReference item={item} />
        {item.status && item.status !== 'current' ? (
          <span class="muted">{t('item.status', { status: item.status })}</span>
        ) : null}
        <WaitingFor fields={fields} />
        {isEscalated(fields) && <strong class="late">{t('dispatch.escalated')}</strong>}
        {(fields['late'] === true || ownLine(fields)?.late === true) && <span class="late">{t('movement.late')}</span>}
      </p>
      <ChangedFields item={item} />
      <p class="brief">
        {inBrief.filter(held).map((name) => (
          <span key={name}>
            <FieldValue name={name} value={fields[name]} kind="movement" />
          </span>
        ))}
      </p>
      <WindowCountdown fields={fields} />
      <Quarantine item={item} />
      <FieldList fields={Object.fromEntries(inFull.filter(held).map((name) => [name, fields[name]]))} kind="movement" />
      <LawNote />
      <Releases item={item} />
    </ItemFrame>
  );
}
