import type { Item } from '../api/items.ts';
import { t } from '../i18n/index.ts';
import { hrefOf } from '../state/route.ts';
import { FieldValue } from './FieldValue.tsx';
import { incidentTitle } from './incidentTitle.ts';
import { ItemFrame } from './ItemFrame.tsx';
import { ItemReference } from './ItemReference.tsx';
import { Releases } from './Releases.tsx';
import { textOf } from './fieldReaders.ts';
import { Author } from './Author.tsx';

const inBrief = ['occurredAt', 'admin2', 'admin1', 'place', 'verification', 'severity'];

/** An incident in a list: what, when, where, how sure. */
export function IncidentRow({ item }: { readonly item: Item }) {
  const { fields } = item;
  const summary = textOf(fields['summary']);
  return (
    <ItemFrame item={item} label={t('item.incident')}>
      <h2 class="item-title">
        <a href={hrefOf({ name: 'item', item: item.item })}>
          <bdi>{incidentTitle(fields)}</bdi>
        </a>
      </h2>
      <p class="item-head">
        <Author fields={fields} />
        <ItemReference item={item} />
        {item.status && item.status !== 'current' ? (
          <span class="muted">{t('item.status', { status: item.status })}</span>
        ) : null}
      </p>
      <p class="brief">
        {inBrief
          .filter((name) => fields[name] !== undefined && fields[name] !== null && fields[name] !== '')
          .map((name) => (
            <span key={name}>
              <FieldValue name={name} value={fields[name]} timeKnown={fields['timeKnown'] !== false} />
            </span>
          ))}
      </p>
      {summary !== undefined && (
        <p class="user-text clip" dir="auto">
          {summary}
        </p>
      )}
      <Releases item={item} />
    </ItemFrame>
  );
}
