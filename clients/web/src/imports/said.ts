import type { Said } from './sheet.ts';
import { say } from './words.ts';

/** Words of this part in the person's language; a sentence of the server as it is. */
export function wordsOfFault(said: Said): string {
  return typeof said === 'string' ? said : say(said.word, said.values);
}
