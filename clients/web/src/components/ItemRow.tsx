import { AccessRow } from '../access/AccessRow.tsx';
import { AdvisoryRow } from '../advisories/AdvisoryRow.tsx';
import { kindOf, type Item } from '../api/items.ts';
import { SiteRow } from '../sites/SiteRow.tsx';
import { IncidentRow } from './IncidentRow.tsx';
import { MessageRow } from './MessageRow.tsx';
import { MovementRow } from './MovementRow.tsx';
import { OtherRow } from './OtherRow.tsx';

interface ItemRowProps {
  readonly item: Item;
  readonly onReply: () => void;
  readonly onEdit: () => void;
}

/** One item of a conversation. INVARIANT: every item has a row, also one of a kind that this page does not know. */
export function ItemRow({ item, onReply, onEdit }: ItemRowProps) {
  switch (kindOf(item)) {
    case 'message':
      return <MessageRow item={item} onReply={onReply} onEdit={onEdit} />;
    case 'incident':
      return <IncidentRow item={item} />;
    case 'access-constraint':
      return <AccessRow item={item} />;
    case 'site':
      return <SiteRow item={item} />;
    case 'advisory':
      return <AdvisoryRow item={item} />;
    case 'movement':
      return <MovementRow item={item} />;
    case 'other':
      return <OtherRow item={item} />;
  }
}
