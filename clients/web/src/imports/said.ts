import type { Said } from './sheet.ts';
import { say } from './words.ts';

/** Words of this part in the person's language; a sentence of the server as it is. */
export function wordsOfFault(said: Said): string {
  if (typeof said === 'string') return said;
  return 'server' in said ? said.server : say(said.word, said.values);
}
