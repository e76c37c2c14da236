import { maybe } from '../i18n/index.ts';

/** The name of a field on screen: what its kind of item calls it, else what every kind does, else the name it has in the schema. */
export function fieldLabel(name: string, kind?: string): string {
  const common = maybe(`field.${name}`, name);
  return kind === undefined ? common : maybe(`field.${kind}.${name}`, common);
}

/** What helps to answer the question for a field; nothing when nothing needs to be said. */
export function fieldHint(name: string, kind: string): string | undefined {
  const hint = maybe(`hint.${kind}.${name}`, '');
  return hint === '' ? undefined : hint;
}
