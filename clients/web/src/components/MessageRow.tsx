import type { Item } from '../api/items.ts';
import { t } from '../i18n/index.ts';
import { store } from '../state/store.ts';
import { shown } from '../sync/itemBook.ts';
import { Acknowledgements } from './Acknowledgements.tsx';
import { Attachments } from './Attachments.tsx';
import { Author } from './Author.tsx';
import { FieldValue } from './FieldValue.tsx';
import { textOf } from './fieldReaders.ts';
import { ItemFrame } from './ItemFrame.tsx';
import { ItemReference } from './ItemReference.tsx';
import { MessageActions } from './MessageActions.tsx';
import { Moment } from './Moment.tsx';
import { Quarantine } from './Quarantine.tsx';
import { Quote } from './Quote.tsx';
import { Releases } from './Releases.tsx';
import { UserText } from './UserText.tsx';

interface MessageRowProps {
  readonly item: Item;
  readonly onReply: () => void;
  readonly onEdit: () => void;
}

export function MessageRow({ item, onReply, onEdit }: MessageRowProps) {
  const { fields } = item;
  const text = textOf(fields['text']);
  const answered = shown(store.items.value.get(textOf(fields['replyTo']) ?? ''));
  const posted = fields['postedAt'];
  return (
    <ItemFrame item={item} label={t('item.message')}>
      <p class="item-head">
        <Author fields={fields} />
        {typeof posted === 'string' ? (
          <Moment at={posted} short />
        ) : (
          posted !== undefined && <FieldValue name="postedAt" value={posted} />
        )}
        {fields['edited'] === true && <span class="muted">{t('item.edited')}</span>}
        <ItemReference item={item} />
      </p>
      {answered !== undefined && <Quote item={answered} />}
      {item.status === 'withdrawn' ? (
        <p class="muted">{t('item.withdrawn')}</p>
      ) : item.status === 'quarantined' ? (
        <Quarantine item={item} />
      ) : text === undefined ? (
        <p class="muted">{t('item.noText')}</p>
      ) : (
        <UserText text={text} />
      )}
      {item.status !== 'withdrawn' && <Attachments value={fields['attachments']} />}
      <Releases item={item} />
      <Acknowledgements item={item} />
      <MessageActions item={item} onReply={onReply} onEdit={onEdit} />
    </ItemFrame>
  );
}
