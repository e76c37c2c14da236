import { useSignal } from '@preact/signals';
import type { Answer } from '../api/answer.ts';
import * as release from '../api/release.ts';
import type { Review } from '../api/release.ts';
import { Findings } from '../composer/Findings.tsx';
import { textOf } from './fieldReaders.ts';
import { locale, t } from '../i18n/index.ts';
import { settleReview } from '../state/reviews.ts';
import { places } from '../state/store.ts';
import { AudienceChip } from './AudienceChip.tsx';
import { Button } from './Button.tsx';
import { Failure } from './Failure.tsx';
import { Moment } from './Moment.tsx';
import { audienceName } from './parties.ts';
import { ReviewCompare } from './ReviewCompare.tsx';
import { ReviewMarking } from './ReviewMarking.tsx';
import { TextArea } from './TextArea.tsx';
import { useCommand } from './useCommand.ts';

/** One decision: what would cross, to whom, and why it waits. Release lets exactly the shown view cross; return sends it back with a reason. */
export function ReviewCard({ review }: { readonly review: Review }) {
  const command = useCommand();
  const returning = useSignal(false);
  const reason = useSignal('');
  const words = reason.value.trim();

  async function decide(body: object, attempt: (key: string) => Promise<Answer<unknown>>): Promise<void> {
    const answer = await command.send(body, attempt);
    if (answer.kind === 'ok') settleReview(review.review);
  }

  return (
    <article class="review" aria-label={review.reference} data-review={review.review}>
      <ReviewMarking review={review} />
      <header class="review-head">
        <bdi dir="ltr" class="code">
          {review.reference}
        </bdi>
        <span class="row">
          {t('reviews.to')} <AudienceChip audience={review.audience} />
        </span>
        <bdi class="muted">{places.value.get(review.channel)?.channel.name}</bdi>
        <Moment at={review.openedAt} />
      </header>
      <p class="warning" dir="auto">
        {locale() === 'en' ? review.reason : t('reviews.why', { audience: audienceName(review.audience) })}
      </p>
      <Findings findings={review.findings ?? []} textOf={(field) => textOf(review.proposed[field])} />
      <ReviewCompare original={review.original} proposed={review.proposed} audience={audienceName(review.audience)} />
      <Failure answer={command.answer.value} words={t('error.wordsKept')} />
      {returning.value && (
        <TextArea
          label={t('reviews.reason')}
          hint={t('reviews.reasonHint')}
          value={reason.value}
          required
          max={1000}
          onInput={(value) => (reason.value = value)}
        />
      )}
      <div class="row">
        {!returning.value && (
          <Button
            kind="primary"
            disabled={command.busy.value}
            onClick={() =>
              void decide({ release: review.review }, (key) => release.releaseReview(review.review, '', key))
            }
          >
            {t('reviews.release', { audience: audienceName(review.audience) })}
          </Button>
        )}
        {returning.value ? (
          <>
            <Button
              kind="danger"
              disabled={command.busy.value || words === ''}
              onClick={() => void decide({ return: words }, (key) => release.returnReview(review.review, words, key))}
            >
              {t('reviews.returnSend')}
            </Button>
            <Button kind="quiet" onClick={() => (returning.value = false)}>
              {t('composer.cancel')}
            </Button>
          </>
        ) : (
          <Button disabled={command.busy.value} onClick={() => (returning.value = true)}>
            {t('reviews.return')}
          </Button>
        )}
      </div>
    </article>
  );
}
