import type { NoticeDraft } from '../api/notices.ts';
import type { Fields } from '../api/items.ts';
import { audienceName } from '../components/parties.ts';
import type { Values } from '../incidents/values.ts';
import { t } from '../i18n/index.ts';
import { consented } from '../movements/form.ts';
import type { Named } from '../movements/NamedField.tsx';
import { audiencesOf } from '../movements/reading.ts';
import { changesOf, contentOf, valuesOf } from '../notices/content.ts';
import { missingIn } from '../notices/missing.ts';
import { questionsIn } from '../notices/questions.ts';
import { siteGroups } from './questions.ts';

/** What stands in the form of a site notification. */
export interface SiteForm {
  readonly values: Values;
  readonly named: Named;
}

export const emptySite: SiteForm = { values: {}, named: {} };

const questions = questionsIn(siteGroups);

/** The notification as it would be sent: only what was said, and nobody without consent. */
export function siteContent(form: SiteForm): NoticeDraft {
  return { ...contentOf(questions, form.values), recipients: recipientsIn(form) };
}

/** What is still to be said or mended, consent to every force that was named included. */
export function siteLacks({ values, named }: SiteForm): readonly string[] {
  const unsure = Object.keys(named).filter((audience) => named[audience] !== true);
  return [
    ...missingIn('site', questions, values),
    ...unsure.map((audience) => `${audienceName(audience)}: ${t('movement.fault.consent')}`),
  ];
}

export function siteFormOf(fields: Fields): SiteForm {
  return {
    values: valuesOf(questions, fields),
    named: Object.fromEntries(audiencesOf(fields['recipients']).map((audience) => [audience, true])),
  };
}

/** What an amendment sends: only what changed. */
export function siteChanges(before: SiteForm, after: SiteForm): NoticeDraft {
  const { changed, clear } = changesOf(questions, before.values, after.values);
  const renamed = JSON.stringify(recipientsIn(before)) !== JSON.stringify(recipientsIn(after));
  return {
    ...changed,
    ...(clear.length === 0 ? {} : { clear }),
    ...(renamed ? { recipients: recipientsIn(after) } : {}),
  };
}

function recipientsIn(form: SiteForm): readonly object[] {
  return consented(form).map((audience) => ({ audience, consent: true }));
}
