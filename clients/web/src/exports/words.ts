import { wordsOf } from '../i18n/wordsOf.ts';
import { arExports } from './arExports.ts';
import { enExports } from './enExports.ts';

export const say = wordsOf(enExports, arExports);
