import type { AudienceView } from '../api/release.ts';
import { Button } from '../components/Button.tsx';
import { Checkbox } from '../components/Checkbox.tsx';
import { audienceName } from '../components/parties.ts';
import { listOf } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { consequenceOf, crossing, sendWords } from './consequence.ts';

interface SendBarProps {
  /** Absent while the server has not said yet. */
  readonly views: readonly AudienceView[] | undefined;
  /** A text carries a marking above unclassified: it cannot be sent to anybody. */
  readonly marked: boolean;
  /** The author's audience. */
  readonly own: string;
  readonly meant: boolean;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly onMeant: (meant: boolean) => void;
  readonly onSend: () => void;
}

/** The send button names what it does; reaching another side takes a second, different gesture that names who is added. */
export function SendBar({ views, marked, own, meant, busy, disabled, onMeant, onSend }: SendBarProps) {
  const added = views === undefined ? [] : crossing(views, own);
  const mustMean = added.length > 0 && !meant;
  return (
    <div class="send">
      {added.length > 0 && (
        <Checkbox checked={meant} onChange={onMeant}>
          {t('composer.meant', { audiences: listOf(added.map((view) => audienceName(view.audience, view.label))) })}
        </Checkbox>
      )}
      <Button kind="primary" disabled={busy || disabled || marked || mustMean || views === undefined} onClick={onSend}>
        {busy
          ? t('composer.send.sending')
          : marked
            ? t('composer.send.marked')
            : sendWords(views === undefined ? undefined : consequenceOf(views))}
      </Button>
    </div>
  );
}
