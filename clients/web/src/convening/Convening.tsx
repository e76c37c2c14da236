import type { Group } from '../api/channels.ts';
import { Failure } from '../components/Failure.tsx';
import { AddMember } from './AddMember.tsx';
import { ChangePosture } from './ChangePosture.tsx';
import { ChangeTerms } from './ChangeTerms.tsx';
import { OpenChannel } from './OpenChannel.tsx';
import { RemoveMember } from './RemoveMember.tsx';
import { useOrganisations } from './useOrganisations.ts';
import { say } from './words.ts';

/** What a coordinator does to a contact group. */
export function Convening({ group }: { readonly group: Group }) {
  const organisations = useOrganisations();
  return (
    <section class="stack-tight" aria-label={say('title')}>
      <h2>{say('title')}</h2>
      <Failure answer={organisations.answer.value} />
      <ChangePosture group={group} />
      <AddMember group={group.id} organisations={organisations.all} />
      <RemoveMember group={group.id} />
      <OpenChannel group={group.id} organisations={organisations.all} />
      <ChangeTerms group={group} />
    </section>
  );
}
