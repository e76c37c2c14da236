import type { ComponentChildren } from 'preact';
import type { Item } from '../api/items.ts';
import { t } from '../i18n/index.ts';
import { hrefOf } from '../state/route.ts';
import { Author } from './Author.tsx';
import { ChangedFields } from './ChangedFields.tsx';
import { FieldList } from './FieldList.tsx';
import { FieldValue } from './FieldValue.tsx';
import { textOf } from './fieldReaders.ts';
import { ItemFrame } from './ItemFrame.tsx';
import { ItemReference } from './ItemReference.tsx';
import { itemTitle } from './itemTitle.ts';
import { Quarantine } from './Quarantine.tsx';
import { Releases } from './Releases.tsx';

interface NoticeRowProps {
  readonly item: Item;
  readonly label: string;
  /** What must not be overlooked, in words. */
  readonly late?: readonly string[];
  readonly inBrief: readonly string[];
  readonly inFull?: readonly string[];
  /** Before the release states. */
  readonly children?: ComponentChildren;
}

/** A notice in a list: its name, who wrote it, what must not be overlooked, and what it says in brief. */
export function NoticeRow({ item, label, late = [], inBrief, inFull = [], children }: NoticeRowProps) {
  const { fields, kind } = item;
  const held = (name: string) => fields[name] !== undefined && fields[name] !== null && fields[name] !== '';
  const full = inFull.filter(held);
  const summary = textOf(fields['summary']);
  return (
    <ItemFrame item={item} label={label}>
      <h2 class="item-title">
        <a href={hrefOf({ name: 'item', item: item.item })}>
          <bdi>{itemTitle(item)}</bdi>
        </a>
      </h2>
      <p class="item-head">
        <Author fields={fields} />
        <ItemReference item={item} />
        {item.status && item.status !== 'current' ? (
          <span class="muted">{t('item.status', { status: item.status })}</span>
        ) : null}
        {late.map((words) => (
          <span key={words} class="late">
            {words}
          </span>
        ))}
      </p>
      <ChangedFields item={item} />
      <p class="brief">
        {inBrief.filter(held).map((name) => (
          <span key={name}>
            <FieldValue name={name} value={fields[name]} kind={kind} />
          </span>
        ))}
      </p>
      {summary !== undefined && (
        <p class="user-text clip" dir="auto">
          {summary}
        </p>
      )}
      <Quarantine item={item} />
      {full.length > 0 && (
        <FieldList fields={Object.fromEntries(full.map((name) => [name, fields[name]]))} kind={kind} />
      )}
      {children}
      <Releases item={item} />
    </ItemFrame>
  );
}
