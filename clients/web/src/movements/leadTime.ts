import type { LeadHours, LeadTimes } from '../api/movements.ts';
import { textOf } from '../components/fieldReaders.ts';
import { consented, type MovementForm } from './form.ts';

/** The longest lead time that counts for a movement, and whose it is: absent where it is that of the deployment. */
export interface LeadRule {
  readonly hours: number;
  readonly audience?: string;
}

/** By whom the movement names, or by the deployment while it names nobody. Undefined until category and mode are said. Twin: LatePerParty of the movements service. */
export function leadRule(times: LeadTimes, form: Pick<MovementForm, 'values' | 'named'>): LeadRule | undefined {
  const [category, mode] = [textOf(form.values['category']), textOf(form.values['mode'])];
  if (!category || !mode) return undefined;
  const hoursOf = (hours: LeadHours) => hours[kindOf(category, mode)];
  const general: LeadRule = { hours: hoursOf(times.deployment) };
  const rules = consented(form).map((audience): LeadRule => {
    const own = times.parties.find((party) => party.audience === audience);
    return own === undefined ? general : { hours: hoursOf(own.hours), audience };
  });
  return rules.length === 0 ? general : rules.reduce((most, rule) => (rule.hours > most.hours ? rule : most));
}

function kindOf(category: string, mode: string): keyof LeadHours {
  if (category === 'EMERGENCY') return 'emergency';
  return ['AIR_FIXED', 'AIR_ROTARY', 'SEA'].includes(mode) ? 'airAndSea' : 'standard';
}
