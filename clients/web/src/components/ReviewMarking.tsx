import type { Marking } from '../api/items.ts';
import type { Review } from '../api/release.ts';
import { store } from '../state/store.ts';
import { shown } from '../sync/itemBook.ts';
import { MarkingBar } from './MarkingBar.tsx';

/** The marking of what is under review; the strictest one when it is not known here. */
export function ReviewMarking({ review }: { readonly review: Review }) {
  const item = shown(store.items.value.get(review.item));
  const marking: Marking = item?.marking ?? { sensitivity: review.sensitivity ?? 'severe', caveats: [], policy: '' };
  return <MarkingBar marking={marking} exercise={item?.exercise === true || marking.caveats.includes('exercise')} />;
}
