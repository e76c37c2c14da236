import type { Item } from '../api/items.ts';
import { codeLabel } from '../incidents/codes.ts';
import { shapeOf } from '../incidents/fields.ts';
import { itemTitle } from './itemTitle.ts';

/** Whether an item has all of these words in what its reader may see of it, and this code in that field. */
export function matches(item: Item, words: string, field: string, code: string): boolean {
  if (code !== '' && item.fields[field] !== code) return false;
  const wanted = words
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return true;
  const text = textIn(item).toLocaleLowerCase();
  return wanted.every((word) => text.includes(word));
}

function textIn(item: Item): string {
  const said = Object.entries(item.fields).flatMap(([name, value]) => {
    const { shape, list = '' } = shapeOf(name, item.kind);
    if (typeof value !== 'string') return [];
    return shape === 'code' ? [codeLabel(list, value)] : shape === 'text' ? [value] : [];
  });
  return [itemTitle(item), item.reference ?? '', ...said].join('\n');
}
