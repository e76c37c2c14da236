import { Button } from './components/Button.tsx';
import { t } from './i18n/index.ts';
import { SignedIn } from './screens/SignedIn.tsx';
import { Door } from './screens/Door.tsx';
import { openSession } from './state/session.ts';
import { store } from './state/store.ts';

export function App() {
  const session = store.session.value;
  switch (session.kind) {
    case 'starting':
      return (
        <main class="alone" aria-busy="true">
          <p>{t('app.starting')}</p>
        </main>
      );
    case 'unreachable':
      return (
        <main class="alone">
          <p role="alert">{t('error.unreachable')}</p>
          <Button onClick={() => void openSession()}>{t('error.tryAgain')}</Button>
        </main>
      );
    case 'signedOut':
      return <Door ended={session.ended} />;
    case 'signedIn':
      return <SignedIn key={session.me.person.id} me={session.me} />;
  }
}
