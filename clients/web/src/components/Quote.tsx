import type { Item } from '../api/items.ts';
import { t } from '../i18n/index.ts';
import { Author } from './Author.tsx';
import { textOf } from './fieldReaders.ts';
import { ItemFrame } from './ItemFrame.tsx';

const longest = 140;

/** What a reply answers, in short, with the marking it carries. */
export function Quote({ item }: { readonly item: Item }) {
  const text = textOf(item.fields['text']) ?? textOf(item.fields['summary']) ?? item.reference ?? '';
  return (
    <blockquote class="quote">
      <ItemFrame item={item} label={t('item.quoted')}>
        <Author fields={item.fields} />
        <p dir="auto">{text.length > longest ? `${text.slice(0, longest)}…` : text}</p>
      </ItemFrame>
    </blockquote>
  );
}
