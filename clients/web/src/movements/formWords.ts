import { wordsOf } from '../i18n/wordsOf.ts';
import { arForm } from './arForm.ts';
import { enForm } from './enForm.ts';

/** Words of the form alone: who only reads movements does not load them. */
export const say = wordsOf(enForm, arForm);
