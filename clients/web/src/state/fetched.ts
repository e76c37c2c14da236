/* eslint-disable no-restricted-syntax, no-restricted-imports -- the one door from what was asked for into the book */
import type { Answer } from '../api/answer.ts';
import type { Item } from '../api/items.ts';
import * as release from '../api/release.ts';
import type { ItemFilter, ItemPage } from '../api/release.ts';
import { sessionNumber } from '../api/sessionNumber.ts';
import { keep } from './channelItems.ts';

/** A page of items, put into the book unless the session that asked has ended. */
export async function fetchItems(filter: ItemFilter): Promise<Answer<ItemPage>> {
  const asked = sessionNumber();
  const page = await release.items(filter);
  if (page.kind === 'ok') keep(page.value.items, asked);
  return page;
}

/** One item, put into the book unless the session that asked has ended. */
export async function fetchItem(id: string): Promise<Answer<Item>> {
  const asked = sessionNumber();
  const found = await release.item(id);
  if (found.kind === 'ok') keep([found.value], asked);
  return found;
}
