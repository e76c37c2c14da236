import { Button } from '../components/Button.tsx';
import { t } from '../i18n/index.ts';
import { NotificationName } from './NotificationName.tsx';

interface AboutQuestionProps {
  /** Id of the notification that somebody came from. */
  readonly id: string;
  readonly onAnswer: (isAboutIt: boolean) => void;
}

/** Asks whether a report that was begun before is about the notification that somebody came here from. */
export function AboutQuestion({ id, onAnswer }: AboutQuestionProps) {
  return (
    <section class="stack-tight" role="alert">
      <p class="row">
        <span>{t('affected.ask')}</span>
        <NotificationName id={id} />
      </p>
      <p class="row">
        <Button
          onClick={() => {
            onAnswer(true);
          }}
        >
          {t('affected.ask.yes')}
        </Button>
        <Button
          onClick={() => {
            onAnswer(false);
          }}
        >
          {t('affected.remove')}
        </Button>
      </p>
    </section>
  );
}
