import { fieldLabel } from '../components/fieldLabel.ts';
import type { Values } from '../incidents/values.ts';
import { t } from '../i18n/index.ts';
import { contentOf } from '../notices/content.ts';
import { missingIn } from '../notices/missing.ts';
import { questionsIn } from '../notices/questions.ts';
import { accessGroups } from './questions.ts';

const questions = questionsIn(accessGroups);

/** What is still to be said or mended; a title or a full account says what it is about. Twin: ContentRules of the access service. */
export function accessLacks(values: Values): readonly string[] {
  const content = contentOf(questions, values);
  const named = content['title'] !== undefined || content['description'] !== undefined;
  return [
    ...missingIn('access-constraint', questions, values),
    ...(named
      ? []
      : [t('access.missing.either', { title: fieldLabel('title'), description: fieldLabel('description') })]),
  ];
}
