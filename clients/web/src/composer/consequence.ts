import type { AudienceView } from '../api/release.ts';
import { audienceName, isOwnSide, sideOf } from '../components/parties.ts';
import { listOf } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';

/** Who would see it at once and who only after a coordinator, by name; several audiences of the humanitarian side are one name. */
export interface Consequence {
  readonly shown: readonly string[];
  readonly review: readonly string[];
}

export function consequenceOf(views: readonly AudienceView[]): Consequence {
  return { shown: namesOf(views, 'shown'), review: namesOf(views, 'review') };
}

/** What the send button says. Never just "Send": the consequence is its name. */
export function sendWords(consequence: Consequence | undefined): string {
  if (consequence === undefined) return t('composer.send.checking');
  const { shown, review } = consequence;
  if (review.length === 0) {
    return shown.length === 0 ? t('composer.send.keep') : t('composer.send.shown', { shown: listOf(shown) });
  }
  if (shown.length === 0) return t('composer.send.review', { review: listOf(review) });
  return t('composer.send.both', { shown: listOf(shown), review: listOf(review) });
}

/** Audiences of other sides that would come to see it, now or after a coordinator: what a person must mean. */
export function crossing(views: readonly AudienceView[], own: string): readonly AudienceView[] {
  return views.filter((view) => view.outcome !== 'withheld' && !isOwnSide(view.audience, own));
}

function namesOf(views: readonly AudienceView[], outcome: AudienceView['outcome']): readonly string[] {
  const chosen = views.filter((view) => view.outcome === outcome);
  const humanitarian = chosen.filter((view) => sideOf(view.audience) === 'humanitarian');
  const all = views.filter((view) => sideOf(view.audience) === 'humanitarian');
  const whole = humanitarian.length > 1 && humanitarian.length === all.length;
  const rest = whole ? chosen.filter((view) => sideOf(view.audience) !== 'humanitarian') : chosen;
  const names = rest.map((view) => audienceName(view.audience, view.label));
  return whole ? [t('audience.humanitarian'), ...names] : names;
}
