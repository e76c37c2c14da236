import { useSignal } from '@preact/signals';
import { JoinScreen } from './JoinScreen.tsx';
import { SignInScreen } from './SignInScreen.tsx';

/** Before anybody is signed in: sign in, or make an account. */
export function Door({ ended }: { readonly ended: boolean }) {
  const joining = useSignal(false);
  return joining.value ? (
    <JoinScreen onBack={() => (joining.value = false)} />
  ) : (
    <SignInScreen ended={ended} onJoin={() => (joining.value = true)} />
  );
}
