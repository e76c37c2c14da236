import { useSignal } from '@preact/signals';
import type { Answer } from '../api/answer.ts';
import type { Fields } from '../api/items.ts';
import * as release from '../api/release.ts';
import type { Review } from '../api/release.ts';
import { Findings } from '../composer/Findings.tsx';
import { textOf } from './fieldReaders.ts';
import { t } from '../i18n/index.ts';
import { settleReview } from '../state/reviews.ts';
import { places } from '../state/store.ts';
import { AudienceChip } from './AudienceChip.tsx';
import { Button } from './Button.tsx';
import { Failure } from './Failure.tsx';
import { Moment } from './Moment.tsx';
import { audienceName } from './parties.ts';
import { FieldEdit } from './FieldEdit.tsx';
import { canRelease, resultOf, type Changes } from './redaction.ts';
import { ReviewCompare } from './ReviewCompare.tsx';
import { ReviewMarking } from './ReviewMarking.tsx';
import { TextArea } from './TextArea.tsx';
import { useCommand } from './useCommand.ts';

/**
 * One decision: what would cross, to whom, and why it waits. Release lets exactly the shown view cross, with fields left out, less precise or
 * reworded where the coordinator says so; return sends it back with a reason.
 */
export function ReviewCard({ review }: { readonly review: Review }) {
  const command = useCommand();
  const returning = useSignal(false);
  const reason = useSignal('');
  const editing = useSignal(false);
  const changes = useSignal<Changes>({});
  const note = useSignal('');
  const edited = Object.keys(changes.value).length > 0;
  const room = review.fields ?? {};
  const views = review.views ?? [{ audiences: [], fields: review.proposed }];
  const audience = audienceName(review.audience);
  const words = reason.value.trim();

  async function decide(body: object, attempt: (key: string) => Promise<Answer<unknown>>): Promise<void> {
    const answer = await command.send(body, attempt);
    if (answer.kind === 'ok') settleReview(review.review);
  }

  function decision(): release.ReleaseDecision {
    const why = note.value.trim();
    return {
      shown: review.shown,
      ...(why === '' ? {} : { note: why }),
      ...(edited ? { fields: changes.value } : {}),
    };
  }

  function control(name: string, view: Fields) {
    const space = room[name];
    if (!editing.value || space === undefined) return null;
    if (views.find((each) => name in each.fields)?.fields !== view) return null; // Said once, where the field comes first.
    return (
      <FieldEdit
        name={name}
        kind={review.kind}
        proposed={view[name]}
        room={space}
        changes={changes.value}
        onChange={(next) => (changes.value = next)}
      />
    );
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
      <div class="warning">
        <p>{t('reviews.why', { audience })}</p>
        {saysMore(review) && (
          <p class="muted" dir="auto">
            {review.reason}
          </p>
        )}
      </div>
      <Findings findings={review.findings ?? []} textOf={(field) => textOf(review.proposed[field])} />
      {review.suggested !== undefined && review.suggested !== null && (
        <p class="row warning">
          {t('reviews.suggested')}
          <Button
            onClick={() => {
              editing.value = true;
              changes.value = { ...review.suggested };
            }}
          >
            {t('reviews.takeOver')}
          </Button>
        </p>
      )}
      {views.map((view) => (
        <div key={view.audiences.join(' ')} class="stack-tight">
          {views.length > 1 && (
            <p class="row">
              {view.audiences.map((each) => (
                <AudienceChip key={each} audience={each} />
              ))}
            </p>
          )}
          <ReviewCompare
            kind={review.kind}
            original={review.original}
            proposed={view.fields}
            result={resultOf(view.fields, changes.value, room)}
            audience={audience}
            control={(name) => control(name, view.fields)}
          />
        </div>
      ))}
      {editing.value && !returning.value && (
        <TextArea
          label={t('reviews.note')}
          hint={t('reviews.noteHint')}
          value={note.value}
          rows={2}
          max={1000}
          onInput={(value) => (note.value = value)}
        />
      )}
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
          <>
            <Button
              kind="primary"
              disabled={command.busy.value || !views.every((view) => canRelease(view.fields, changes.value))}
              onClick={() => {
                const said = decision();
                void decide({ release: review.review, said }, (key) => release.releaseReview(review.review, said, key));
              }}
            >
              {edited ? t('reviews.releaseEdited', { audience }) : t('reviews.release', { audience })}
            </Button>
            {review.fields !== undefined && (
              <Button
                expanded={editing.value}
                onClick={() => {
                  editing.value = !editing.value;
                  if (!editing.value) changes.value = {};
                }}
              >
                {editing.value ? t('reviews.editNot') : t('reviews.edit')}
              </Button>
            )}
          </>
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

/** Whether the service says more than to whom it would cross: that it was taken back, and why, or that its owner consented. */
function saysMore(review: Review): boolean {
  return review.label !== undefined && review.reason !== `It would cross to ${review.label}.`;
}
