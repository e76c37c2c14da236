import { t } from '../i18n/index.ts';
import type { Fault } from './form.ts';
import { say } from './formWords.ts';

/** What to do about something that would not be understood. */
export function faultWords(fault: Fault): string {
  switch (fault) {
    case 'time':
      return t('movement.fault.time');
    case 'number':
      return t('movement.fault.number');
    case 'amount':
      return say('fault.amount');
    case 'parts':
      return say('fault.parts');
    case 'none':
      return say('fault.none');
    case 'position':
      return t('movement.fault.position');
    case 'vehicle':
      return t('movement.fault.vehicle');
    case 'justification':
      return t('movement.fault.justification');
    case 'until':
      return t('movement.fault.until');
    case 'consent':
      return t('movement.fault.consent');
  }
}
