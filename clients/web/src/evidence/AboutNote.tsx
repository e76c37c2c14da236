import { Button } from '../components/Button.tsx';
import { t } from '../i18n/index.ts';
import { NotificationName } from './NotificationName.tsx';

interface AboutNoteProps {
  /** Id of the notification. */
  readonly id: string;
  readonly onRemove: () => void;
}

/** Says in words what a report is about, before anything is sent. */
export function AboutNote({ id, onRemove }: AboutNoteProps) {
  return (
    <section class="stack-tight" aria-label={t('affected.form')}>
      <p class="row">
        <span>{t('affected.form')}</span>
        <NotificationName id={id} />
      </p>
      <p class="muted">{t('affected.form.what')}</p>
      <p>
        <Button kind="quiet" onClick={onRemove}>
          {t('affected.remove')}
        </Button>
      </p>
    </section>
  );
}
