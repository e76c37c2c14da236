import type { Terms } from '../api/convening.ts';
import { TextArea } from '../components/TextArea.tsx';
import { t } from '../i18n/index.ts';

interface TermsFieldsProps {
  readonly value: Terms;
  readonly onChange: (value: Terms) => void;
}

const longest = 4000;

export function TermsFields({ value, onChange }: TermsFieldsProps) {
  return (
    <>
      <TextArea
        label={t('terms.purpose')}
        value={value.purpose}
        required
        max={longest}
        onInput={(purpose) => {
          onChange({ ...value, purpose });
        }}
      />
      <TextArea
        label={t('terms.assumptions')}
        value={value.assumptions}
        required
        max={longest}
        onInput={(assumptions) => {
          onChange({ ...value, assumptions });
        }}
      />
    </>
  );
}

export function areWritten({ purpose, assumptions }: Terms): boolean {
  return purpose.trim() !== '' && assumptions.trim() !== '';
}
