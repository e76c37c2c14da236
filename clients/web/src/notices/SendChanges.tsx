import type { Answer } from '../api/answer.ts';
import { Button } from '../components/Button.tsx';
import { Failure } from '../components/Failure.tsx';
import { listOf } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { MissingList } from '../movements/MissingList.tsx';

interface SendChangesProps {
  readonly answer: Answer<unknown> | undefined;
  readonly busy: boolean;
  /** What is still to be said or mended. */
  readonly lacks: readonly string[];
  /** Who gets it, in words. */
  readonly told: readonly string[];
  readonly onSend: () => void;
}

/** The end of an amendment: what is missing, and a button that names who is told. */
export function SendChanges({ answer, busy, lacks, told, onSend }: SendChangesProps) {
  const words = busy
    ? t('composer.send.sending')
    : lacks.length > 0
      ? t('movement.send.notYet')
      : t('composer.send.shown', { shown: listOf(told) });
  return (
    <>
      <MissingList words={lacks} />
      <Failure answer={answer} words={t('movement.kept')} />
      <div class="send">
        <Button kind="primary" disabled={busy || lacks.length > 0} onClick={onSend}>
          {words}
        </Button>
      </div>
    </>
  );
}
