import type { Fields } from '../api/items.ts';
import { t } from '../i18n/index.ts';
import { partyOf } from './fieldReaders.ts';
import { audienceName, sideOf } from './parties.ts';
import { SideMark } from './SideMark.tsx';

/** What the kinds of items call who wrote them. */
const names = ['author', 'reportedBy', 'notifiedBy', 'raisedBy', 'issuedBy'];

/** Who wrote an item, as far as the reader may know: person, organisation, kind of organisation, or only "a partner". */
export function Author({ fields }: { readonly fields: Fields }) {
  const person = partyOf(names.map((name) => fields[name]).find((value) => value !== undefined && value !== null));
  const organisation = partyOf(fields['organisation']);
  const kind = organisation?.constituency;
  const name = organisation?.name ?? (kind === undefined ? undefined : audienceName(kind));
  return (
    <span class="author">
      {kind !== undefined && <SideMark side={sideOf(kind)} />}
      {person?.name !== undefined && <bdi class="author-person">{person.name}</bdi>}
      {name === undefined ? person?.name === undefined && <span>{t('item.unnamedPartner')}</span> : <bdi>{name}</bdi>}
    </span>
  );
}
