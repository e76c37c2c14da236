import type { Said } from '../api/release.ts';
import { maybe, ofPolicy } from '../i18n/index.ts';
import { audienceName } from './parties.ts';

/** A sentence of the service in the person's language, by its code; one of the policy by what it says. */
export function said({ code, sentence, parameters }: Said): string {
  const audience = parameters?.['audience'];
  if (code === undefined || code === 'policy') return ofPolicy(sentence);
  return maybe(`said.${code}`, sentence, audience === undefined ? {} : { audience: audienceName(audience) });
}
