import type { Me } from '../api/identity.ts';
import { Button } from '../components/Button.tsx';
import { t } from '../i18n/index.ts';
import { signOut } from '../state/session.ts';
import { store } from '../state/store.ts';

export function SignedIn({ me }: { readonly me: Me }) {
  return (
    <main class="alone">
      <p>
        <bdi>{me.person.displayName}</bdi>
      </p>
      <ul>
        {store.groups.value.map((group) => (
          <li key={group.id}>
            <bdi>{group.name}</bdi>
          </li>
        ))}
      </ul>
      <Button onClick={() => void signOut()}>{t('nav.me')}</Button>
    </main>
  );
}
