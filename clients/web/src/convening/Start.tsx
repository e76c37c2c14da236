import { me } from '../state/store.ts';
import { Accounts } from './Accounts.tsx';
import { OpenGroup } from './OpenGroup.tsx';

/** Where who convenes, and who looks after accounts, begins. */
export function Start() {
  return (
    <>
      {me.value?.isCoordinator && <OpenGroup />}
      {me.value?.isAdministrator && <Accounts />}
    </>
  );
}
