import type { KnownKind } from '../api/items.ts';
import { t } from '../i18n/index.ts';
import type { MapOf } from '../state/route.ts';

/** Kinds that have a place, in the order of the lists. */
export const mapKinds: readonly KnownKind[] = ['incident', 'movement', 'site', 'advisory', 'access-constraint'];

/** The kind that a list shows. */
export function kindIn(list: MapOf): KnownKind {
  switch (list) {
    case 'incidents':
      return 'incident';
    case 'movements':
      return 'movement';
    case 'sites':
      return 'site';
    case 'advisories':
      return 'advisory';
    case 'access':
      return 'access-constraint';
  }
}

export function kindName(kind: KnownKind): string {
  switch (kind) {
    case 'incident':
      return t('item.incident');
    case 'movement':
      return t('item.movement');
    case 'site':
      return t('item.site');
    case 'advisory':
      return t('item.advisory');
    case 'access-constraint':
      return t('item.access');
    case 'message':
      return t('item.message');
  }
}
