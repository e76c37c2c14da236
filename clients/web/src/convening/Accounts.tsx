import { Failure } from '../components/Failure.tsx';
import { audienceName } from '../components/parties.ts';
import { AddOrganisation } from './AddOrganisation.tsx';
import { InvitePerson } from './InvitePerson.tsx';
import { SuspendPerson } from './SuspendPerson.tsx';
import { useOrganisations } from './useOrganisations.ts';
import { say } from './words.ts';

/** What an administrator looks after: who takes part, and nothing of what they write. */
export function Accounts() {
  const organisations = useOrganisations();
  return (
    <section class="stack-tight" aria-label={say('organisation.title')}>
      <h2>{say('organisation.title')}</h2>
      <Failure answer={organisations.answer.value} />
      {organisations.answer.value?.kind === 'ok' && organisations.all.length === 0 && (
        <p class="empty">{say('organisation.none')}</p>
      )}
      <ul class="members">
        {organisations.all.map(({ id, name, constituency, force }) => (
          <li key={id}>
            <bdi>{name}</bdi>{' '}
            <span class="muted">
              {audienceName(force === undefined || force === null ? constituency : `${constituency}:${force}`)}
            </span>
          </li>
        ))}
      </ul>
      <AddOrganisation onAdded={organisations.load} />
      <InvitePerson organisations={organisations.all} />
      <SuspendPerson organisations={organisations.all} />
    </section>
  );
}
