import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answer } from '../api/answer.ts';
import { Failure } from '../components/Failure.tsx';
import { Screen } from '../components/Screen.tsx';
import { t } from '../i18n/index.ts';
import { loadReviews } from '../state/reviews.ts';
import { me, store } from '../state/store.ts';
import { NotHere } from './NotHere.tsx';
import { OnDemand } from './OnDemand.tsx';

/** What waits for a coordinator before it crosses to another side, oldest first. */
export function ReviewsScreen() {
  const answer = useSignal<Answer<unknown> | undefined>(undefined);

  useEffect(() => {
    void loadReviews().then((found) => (answer.value = found));
  }, []);

  if (me.value?.isCoordinator !== true) return <NotHere />;
  const reviews = store.reviews.value;
  return (
    <Screen title={t('reviews.title')}>
      <Failure answer={answer.value} />
      <p class="muted" role="status">
        {t('reviews.count', { n: reviews.length })}
      </p>
      <OnDemand>
        {({ QuarantineList, ReviewCard }) => (
          <>
            <QuarantineList />
            <ol class="reviews">
              {reviews.map((review) => (
                <li key={review.review}>
                  <ReviewCard review={review} />
                </li>
              ))}
            </ol>
          </>
        )}
      </OnDemand>
    </Screen>
  );
}
