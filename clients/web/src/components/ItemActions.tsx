import { AccessActions } from '../access/AccessActions.tsx';
import { AdvisoryActions } from '../advisories/AdvisoryActions.tsx';
import { kindOf, type Item } from '../api/items.ts';
import { AcknowledgeMovement } from '../movements/AcknowledgeMovement.tsx';
import { Overlaps } from '../concerns/Overlaps.tsx';
import { MovementActions } from '../movements/MovementActions.tsx';
import { SiteActions } from '../sites/SiteActions.tsx';
import { ownAudience } from '../state/store.ts';
import { IncidentActions } from './IncidentActions.tsx';
import { sideOf } from './parties.ts';

/** What this reader may do with an item on its own page. Messages are answered where they were said. */
export function ItemActions({ item }: { readonly item: Item }) {
  switch (kindOf(item)) {
    case 'incident':
      return <IncidentActions item={item} />;
    case 'access-constraint':
      return <AccessActions item={item} />;
    case 'movement':
      return (
        <>
          <ForceOverlaps item={item} />
          <AcknowledgeMovement key={item.item} item={item} />
          <MovementActions item={item} />
        </>
      );
    case 'site':
      return (
        <>
          <ForceOverlaps item={item} />
          <AcknowledgeMovement key={item.item} item={item} />
          <SiteActions item={item} />
        </>
      );
    case 'advisory':
      return <AdvisoryActions item={item} />;
    case 'message':
    case 'other':
      return null;
  }
}

/** What comes into a concern of the reader's own force; nobody else is told that there are such. */
function ForceOverlaps({ item }: { readonly item: Item }) {
  return sideOf(ownAudience.value) === 'security' ? <Overlaps item={item.item} /> : null;
}
