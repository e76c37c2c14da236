import type { Item } from '../api/items.ts';
import { IncidentRow } from './IncidentRow.tsx';
import { MessageRow } from './MessageRow.tsx';

interface ItemRowProps {
  readonly item: Item;
  readonly onReply: () => void;
  readonly onEdit: () => void;
}

/** One item of a conversation. */
export function ItemRow({ item, onReply, onEdit }: ItemRowProps) {
  switch (item.kind) {
    case 'message':
      return <MessageRow item={item} onReply={onReply} onEdit={onEdit} />;
    case 'incident':
      return <IncidentRow item={item} />;
  }
}
