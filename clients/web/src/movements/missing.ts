import { maybe, t, type MessageKey } from '../i18n/index.ts';
import { audienceName } from '../components/parties.ts';
import { faultWords } from './faultWords.ts';
import { contentOf, faultsOf, type MovementForm } from './form.ts';
import { stepOf } from './stepFields.ts';

const least: readonly (readonly [name: string, label: MessageKey])[] = [
  ['category', 'field.category'],
  ['mode', 'field.mode'],
  ['windowStart', 'field.windowStart'],
  ['windowEnd', 'field.windowEnd'],
  ['callContact', 'movement.contact'],
];

/** What is still to be said or mended before a notification can be sent, each with the name it has on screen. */
export function missing(form: MovementForm): readonly string[] {
  const content = contentOf(form);
  const faults = faultsOf(form);
  const absent = least
    .filter(([name]) => content[name] === undefined && !faults.has(name))
    .map(([, label]) => t('movement.missing', { field: t(label) }));
  return [...absent, ...[...faults].map(([field, fault]) => `${nameOf(field)}: ${faultWords(fault)}`)];
}

function nameOf(field: string): string {
  const [, list, index] = /^(route|vehicles)\[(\d+)\]$/.exec(field) ?? [];
  if (list === 'route') return t('movement.stop', { n: Number(index) + 1 });
  if (list === 'vehicles') return t('movement.vehicle', { n: Number(index) + 1 });
  return stepOf(field) === undefined ? audienceName(field) : maybe(`field.${field}`, field);
}
