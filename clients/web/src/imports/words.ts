import { wordsOf } from '../i18n/wordsOf.ts';
import { arImports } from './arImports.ts';
import { enImports } from './enImports.ts';

export type SheetWord = keyof typeof enImports;

export const say = wordsOf(enImports, arImports);
