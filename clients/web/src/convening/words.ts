import { wordsOf } from '../i18n/wordsOf.ts';
import { arConvening } from './arConvening.ts';
import { enConvening } from './enConvening.ts';

export const say = wordsOf(enConvening, arConvening);
