import type { Item } from '../api/items.ts';
import { t } from '../i18n/index.ts';
import { ReadBackLink } from '../components/ReadBackLink.tsx';
import { hrefOf } from '../state/route.ts';
import { CheckIn } from './CheckIn.tsx';
import { LawNote } from './LawNote.tsx';
import { Timeline } from './Timeline.tsx';

/** What comes first on the page of a movement: what a notification is, checking in, and how it goes. */
export function MovementHead({ item }: { readonly item: Item }) {
  return (
    <>
      <LawNote />
      <CheckIn item={item} />
      <Timeline item={item} />
      <p class="row">
        <ReadBackLink item={item.item} />
        <a class="button button-plain" href={hrefOf({ name: 'print', item: item.item })}>
          {t('print.open')}
        </a>
      </p>
    </>
  );
}
