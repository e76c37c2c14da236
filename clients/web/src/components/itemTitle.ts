import { accessTitle } from '../access/accessTitle.ts';
import { advisoryTitle } from '../advisories/advisoryTitle.ts';
import { kindOf, type Item } from '../api/items.ts';
import { t } from '../i18n/index.ts';
import { movementTitle } from '../movements/movementTitle.ts';
import { siteTitle } from '../sites/siteTitle.ts';
import { incidentTitle } from './incidentTitle.ts';

/** The best name an item has for this reader. */
export function itemTitle(item: Item): string {
  switch (kindOf(item)) {
    case 'message':
      return t('item.message');
    case 'incident':
      return incidentTitle(item.fields);
    case 'movement':
      return movementTitle(item.fields);
    case 'access-constraint':
      return accessTitle(item.fields);
    case 'site':
      return siteTitle(item.fields);
    case 'advisory':
      return advisoryTitle(item.fields);
    case 'other':
      return t('item.other', { kind: item.kind });
  }
}
