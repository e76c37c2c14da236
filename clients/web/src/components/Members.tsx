import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answer } from '../api/answer.ts';
import * as channels from '../api/channels.ts';
import type { Member } from '../api/channels.ts';
import { t } from '../i18n/index.ts';
import { Failure } from './Failure.tsx';
import { partyOf } from './fieldReaders.ts';
import { store } from '../state/store.ts';
import { sideOf } from './parties.ts';
import { SideMark } from './SideMark.tsx';

/** The members of a contact group that this person may know of. */
export function Members({ group }: { readonly group: string }) {
  const answer = useSignal<Answer<readonly Member[]> | undefined>(undefined);

  useEffect(() => {
    let older = false;
    void channels.members(group).then((found) => {
      if (!older) answer.value = found;
    });
    return () => {
      older = true;
    };
  }, [group, store.groups.value]); // also when one came or went

  const members = answer.value?.kind === 'ok' ? answer.value.value : [];
  return (
    <section class="stack-tight" aria-label={t('members.title')}>
      <h2>{t('members.title')}</h2>
      <p class="muted">{t('members.scope')}</p>
      <Failure answer={answer.value} />
      <ul class="members">
        {members.map((member, index) => (
          <li key={index} class="member">
            <SideMark side={sideOf(member.constituency)} />
            <span>
              <bdi>{member.displayName}</bdi>
              <br />
              <bdi class="muted">{partyOf(member.organisation)?.name}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
