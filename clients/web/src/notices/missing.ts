import { fieldLabel } from '../components/fieldLabel.ts';
import type { Values } from '../incidents/values.ts';
import { t } from '../i18n/index.ts';
import { faultsOf, unansweredIn, type NoticeFault } from './content.ts';
import type { NoticeQuestion } from './questions.ts';

/** What is still to be said or mended before a notice can be sent, each with the name it has on screen. */
export function missingIn(kind: string, questions: readonly NoticeQuestion[], values: Values): readonly string[] {
  return [
    ...unansweredIn(questions, values).map((name) => t('movement.missing', { field: fieldLabel(name, kind) })),
    ...[...faultsOf(questions, values)].map(([name, fault]) => `${fieldLabel(name, kind)}: ${noticeFaultWords(fault)}`),
  ];
}

/** What to do about something that would not be understood. */
export function noticeFaultWords(fault: NoticeFault): string {
  switch (fault) {
    case 'time':
    case 'number':
    case 'position':
      return t(`movement.fault.${fault}`);
    case 'outline':
    case 'contact':
      return t(`notice.fault.${fault}`);
  }
}
