import { t } from '../i18n/index.ts';
import { store } from '../state/store.ts';

type Look = { readonly name: 'online' | 'slow' | 'offline' | 'sending'; readonly words: string };

/** Whether what is on screen is fresh, and whether words still wait to be sent. */
export function ConnectionChip() {
  const look = lookNow();
  return (
    <span class={`connection connection-${look.name}`} role="status">
      {look.words}
    </span>
  );
}

function lookNow(): Look {
  const { done, total, waiting } = store.sending.value;
  if (total > done) return { name: 'sending', words: t('connection.sending', { i: done + 1, n: total }) };
  if (store.link.value === 'offline') return { name: 'offline', words: t('connection.offline', { n: waiting }) };
  if (store.link.value === 'connecting') return { name: 'offline', words: t('connection.connecting') };
  return store.slow.value
    ? { name: 'slow', words: t('connection.slow') }
    : { name: 'online', words: t('connection.online') };
}
