import { useSignal } from '@preact/signals';
import * as release from '../api/release.ts';
import type { Quarantined } from '../api/release.ts';
import { t } from '../i18n/index.ts';
import { settleQuarantined } from '../state/reviews.ts';
import { places } from '../state/store.ts';
import { Button } from './Button.tsx';
import { Failure } from './Failure.tsx';
import { Moment } from './Moment.tsx';
import { TextArea } from './TextArea.tsx';
import { useCommand } from './useCommand.ts';

type Verb = 'uphold' | 'return';

/** One notice of the quarantine: which item it is and nothing of what it says. A coordinator settles it with a reason; nobody lifts it. */
export function QuarantineCard({ quarantined }: { readonly quarantined: Quarantined }) {
  const command = useCommand();
  const reason = useSignal('');
  const words = reason.value.trim();

  async function settle(verb: Verb): Promise<void> {
    const answer = await command.send({ [verb]: words }, (key) =>
      release.settleQuarantine(quarantined.item, verb, words, key),
    );
    if (answer.kind === 'ok') settleQuarantined(quarantined.item);
  }

  return (
    <article class="review" aria-label={quarantined.reference} data-quarantined={quarantined.item}>
      <header class="review-head">
        <bdi dir="ltr" class="code">
          {quarantined.reference}
        </bdi>
        <bdi class="muted">{places.value.get(quarantined.channel)?.channel.name}</bdi>
        <Moment at={quarantined.at} />
      </header>
      <TextArea
        label={t('reviews.reason')}
        hint={t('quarantine.reasonHint')}
        value={reason.value}
        rows={2}
        required
        max={1000}
        onInput={(value) => (reason.value = value)}
      />
      <Failure answer={command.answer.value} words={t('error.wordsKept')} />
      <div class="row">
        {(['return', 'uphold'] as const).map((verb) => (
          <Button key={verb} disabled={command.busy.value || words === ''} onClick={() => void settle(verb)}>
            {t(`quarantine.${verb}`)}
          </Button>
        ))}
      </div>
    </article>
  );
}
