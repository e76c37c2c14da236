import { useSignal } from '@preact/signals';
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
}

/** The server would send it further than was shown: names who is added, and sends only after a gesture of its own. */
export function WiderNotice({ wider, busy, onConfirm }: WiderNoticeProps) {
  return wider === undefined ? null : (
    <Notice key={wider.fingerprint} wider={wider} busy={busy} onConfirm={onConfirm} />
  );
}

function Notice({ wider, busy, onConfirm }: WiderNoticeProps & { readonly wider: Wider }) {
  const agreed = useSignal(false);
  const names = listOf(wider.added.map((view) => audienceName(view.audience, view.label)));
  return (
    <section class="note stack-tight" role="alertdialog" aria-label={t('wider.title')}>
      <p role="alert">{t('wider.title')}</p>
      <ul>
        {wider.added.map((view) => (
          <li key={view.audience}>
            <bdi>{audienceName(view.audience, view.label)}</bdi>: {t(`outcome.${view.outcome}`)}
          </li>
        ))}
      </ul>
      <Checkbox checked={agreed.value} onChange={(on) => (agreed.value = on)}>
        {t('wider.agree', { audiences: names })}
      </Checkbox>
      <Button
        kind="primary"
        disabled={busy || !agreed.value}
        onClick={() => {
          onConfirm(wider);
        }}
      >
        {t('wider.send', { audiences: names })}
      </Button>
    </section>
  );
}
