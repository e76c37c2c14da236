import { AccessCourse } from '../access/AccessCourse.tsx';
import type { Item } from '../api/items.ts';
import { t } from '../i18n/index.ts';
import { LawNote } from '../movements/LawNote.tsx';
import { MovementHead } from '../movements/MovementHead.tsx';
import { confirmationOf } from '../sites/standing.ts';
import { ReadBackLink } from './ReadBackLink.tsx';

/** What must be said above an item of its kind, before what it says itself. */
export function ItemNote({ item }: { readonly item: Item }) {
  switch (item.kind) {
    case 'movement':
      return <MovementHead item={item} />;
    case 'site': {
      const confirmation = confirmationOf(item.fields);
      return (
        <>
          {confirmation !== undefined && <p class="note late">{t(`site.${confirmation}`)}</p>}
          <LawNote />
          <p class="row">
            <ReadBackLink item={item.item} />
          </p>
        </>
      );
    }
    case 'advisory':
      return <p class="law">{t('advisory.what')}</p>;
    case 'access-constraint':
      return <AccessCourse item={item} />;
  }
  return null;
}
