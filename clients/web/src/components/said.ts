import type { Said } from '../api/release.ts';
import { maybe } from '../i18n/index.ts';
import { audienceName } from './parties.ts';

/** A sentence of the service in the person's language, by its code; one of the policy stays as the policy says it. */
export function said({ code, sentence, parameters }: Said): string {
  const audience = parameters?.['audience'];
  return maybe(`said.${code ?? ''}`, sentence, audience === undefined ? {} : { audience: audienceName(audience) });
}
