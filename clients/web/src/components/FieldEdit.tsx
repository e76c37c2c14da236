import type { FieldRoom } from '../api/release.ts';
import { t } from '../i18n/index.ts';
import { choiceOf, choicesFor, withChoice, type Changes, type Choice } from './redaction.ts';
import { fieldLabel } from './fieldLabel.ts';
import { SelectField } from './SelectField.tsx';
import { TextArea } from './TextArea.tsx';

interface FieldEditProps {
  readonly name: string;
  /** Of the item. */
  readonly kind: string;
  readonly proposed: unknown;
  readonly room: FieldRoom;
  readonly changes: Changes;
  readonly onChange: (changes: Changes) => void;
}

/** What a coordinator does to one field before it crosses: nothing, leave it out, less precisely, other words. */
export function FieldEdit({ name, kind, proposed, room, changes, onChange }: FieldEditProps) {
  const change = changes[name];
  const field = fieldLabel(name, kind);
  return (
    <div class="field-edit">
      <SelectField
        label={t('reviews.change', { field })}
        value={choiceOf(change)}
        options={choicesFor(room).map((choice) => ({ value: choice, label: wordsOf(choice) }))}
        onChange={(choice) => {
          onChange(withChoice(changes, name, choice as Choice, proposed));
        }}
      />
      {change !== undefined && 'text' in change && (
        <TextArea
          label={t('reviews.change.words', { field })}
          value={change.text}
          required
          max={room.longestText ?? 0}
          onInput={(text) => {
            onChange({ ...changes, [name]: { text } });
          }}
        />
      )}
    </div>
  );
}

function wordsOf(choice: Choice): string {
  switch (choice) {
    case 'asProposed':
      return t('reviews.change.asProposed');
    case 'omit':
      return t('reviews.change.omit');
    case 'coarse':
      return t('reviews.change.coarse');
    case 'text':
      return t('reviews.change.text');
  }
}
