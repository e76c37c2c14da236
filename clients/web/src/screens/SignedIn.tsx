import { useEffect, useRef } from 'preact/hooks';
import type { Me } from '../api/identity.ts';
import { ConnectionChip } from '../components/ConnectionChip.tsx';
import { GroupList } from '../components/GroupList.tsx';
import { Navigation } from '../components/Navigation.tsx';
import { loadCodeLists } from '../incidents/codes.ts';
import { t } from '../i18n/index.ts';
import { sendLeftCheckIns } from '../movements/saidCheckIns.ts';
import { UnsentCheckIns } from '../movements/UnsentCheckIns.tsx';
import { lookForFilesOfTwo } from '../state/exportRequests.ts';
import { hrefOf, route } from '../state/route.ts';
import { store } from '../state/store.ts';
import { CurrentScreen } from './CurrentScreen.tsx';
import { loadForms } from './OnDemand.tsx';

const lookEvery = 300_000;

/** The frame around every screen: exercise banner, name, connection, places, groups and the screen itself. */
export function SignedIn({ me }: { readonly me: Me }) {
  const main = useRef<HTMLElement>(null);
  const here = hrefOf(route.value);
  const first = useRef(true);

  useEffect(() => void loadCodeLists(), []);
  // Before somebody needs them over a link that may be gone by then; not over one that is busy with what matters now.
  useEffect(() => {
    if (store.link.value === 'online' && !store.slow.value) void loadForms();
  }, [store.link.value]);
  useEffect(() => {
    if (store.link.value === 'online') void sendLeftCheckIns();
    void lookForFilesOfTwo();
  }, [store.link.value, here]);
  useEffect(() => {
    const looking = setInterval(() => {
      if (!store.slow.value && !document.hidden) void lookForFilesOfTwo();
    }, lookEvery);
    return () => {
      clearInterval(looking);
    };
  }, []);
  useEffect(() => {
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
    scrollTo(0, 0);
  }, [here]);

  return (
    <div class="shell">
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {t('app.skipToContent')}
      </button>
      {me.exercise && (
        <section class="exercise-banner" aria-label={t('marking.exercise')}>
          {t('marking.exerciseBanner')}
        </section>
      )}
      <header class="topbar">
        <span class="brand">{t('app.name')}</span>
        <ConnectionChip />
      </header>
      <Navigation />
      <aside class="list-pane" aria-label={t('nav.groups')}>
        <GroupList />
      </aside>
      <main class="main-pane" tabIndex={-1} ref={main}>
        <UnsentCheckIns />
        <CurrentScreen />
      </main>
    </div>
  );
}
