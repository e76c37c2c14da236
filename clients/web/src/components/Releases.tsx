import type { Item, ReleaseState } from '../api/items.ts';
import { t } from '../i18n/index.ts';
import { AudienceChip } from './AudienceChip.tsx';
import { FieldList } from './FieldList.tsx';

/** How far an own item has gone, in exact words. Others are not told. */
export function Releases({ item }: { readonly item: Item }) {
  const releases = item.releases;
  if (releases === undefined || releases === null) return null;
  const told = releases.filter((each) => each.state !== 'withheld');
  if (told.length === 0) return <p class="releases muted">{t('releases.received')}</p>;
  return (
    <ul class="releases">
      {told.map((each) => (
        <li key={each.audience} class={`release release-${each.state}`}>
          <AudienceChip audience={each.audience} />
          <span>{wordsOf(each)}</span>
          {each.reason ? <bdi class="muted">{each.reason}</bdi> : null}
          {each.edited === true && each.fields ? (
            <details>
              <summary>{t('releases.whatWent')}</summary>
              <FieldList fields={each.fields} kind={item.kind} />
            </details>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function wordsOf(release: ReleaseState): string {
  switch (release.state) {
    case 'released':
      return release.edited === true ? t('releases.edited') : t('releases.released');
    case 'in-review':
      return t('releases.inReview');
    case 'returned':
      return t('releases.returned');
    case 'recalled':
      return t('releases.recalled');
    case 'withheld':
      return t('outcome.withheld');
  }
}
