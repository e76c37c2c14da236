import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../components/Button.tsx';
import { Checkbox } from '../components/Checkbox.tsx';
import { audienceName } from '../components/parties.ts';
import { listOf } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import type { Wider } from './useDraft.ts';

interface WiderNoticeProps {
  readonly wider: Wider | undefined;
  readonly busy: boolean;
  readonly onConfirm: (wider: Wider) => void;
  /** Back to the draft, which is kept. */
  readonly onLeave: () => void;
}

/** The server would send it further than was shown: names who is added, and sends only after a gesture of its own. */
export function WiderNotice({ wider, busy, onConfirm, onLeave }: WiderNoticeProps) {
  return wider === undefined ? null : (
    <Notice key={wider.fingerprint} wider={wider} busy={busy} onConfirm={onConfirm} onLeave={onLeave} />
  );
}

function Notice({ wider, busy, onConfirm, onLeave }: WiderNoticeProps & { readonly wider: Wider }) {
  const agreed = useSignal(false);
  const place = useRef<HTMLElement>(null);
  const names = listOf(wider.added.map((view) => audienceName(view.audience, view.label)));

  // It stands where the send button stood, and on a phone that may be under the bar: what is asked comes into sight and is read out.
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'center' });
  }, []);

  return (
    <section class="note stack-tight" role="alertdialog" aria-label={t('wider.title')} tabIndex={-1} ref={place}>
      <p>{t('wider.title')}</p>
      <ul>
        {wider.added.map((view) => (
          <li key={view.audience}>
            <span>{audienceName(view.audience, view.label)}</span>: {t(`outcome.${view.outcome}`)}
          </li>
        ))}
      </ul>
      <Checkbox checked={agreed.value} onChange={(on) => (agreed.value = on)}>
        {t('wider.agree', { audiences: names })}
      </Checkbox>
      <div class="row">
        <Button
          kind="primary"
          disabled={busy || !agreed.value}
          onClick={() => {
            onConfirm(wider);
          }}
        >
          {t('wider.send', { audiences: names })}
        </Button>
        <Button kind="quiet" disabled={busy} onClick={onLeave}>
          {t('wider.leave')}
        </Button>
      </div>
    </section>
  );
}
