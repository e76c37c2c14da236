import type { Fields } from '../api/items.ts';
import { inDisplayOrder } from '../incidents/fields.ts';
import { fieldLabel } from './fieldLabel.ts';
import { FieldValue } from './FieldValue.tsx';

interface FieldListProps {
  readonly fields: Fields;
  /** Of the item: a name may be another field in another kind. */
  readonly kind?: string;
  readonly without?: readonly string[];
}

const silent = ['timeKnown'];

/** The page of a movement or a site says in full, and in the person's language, what its code of notice stands for. */
const saidInFull = ['notice'];
const notifications = ['movement', 'site'];

/** The fields of a view as a list of names and values. Only what the view holds: nothing hints at what it does not. */
export function FieldList({ fields, kind, without = [] }: FieldListProps) {
  const names = inDisplayOrder(Object.keys(fields), kind).filter(
    (name) =>
      !silent.includes(name) &&
      !(notifications.includes(kind ?? '') && saidInFull.includes(name)) &&
      !without.includes(name) &&
      fields[name] !== null &&
      fields[name] !== '',
  );
  return (
    <dl class="fields">
      {names.map((name) => (
        <div key={name} class="field-row">
          <dt>{fieldLabel(name, kind)}</dt>
          <dd>
            <FieldValue
              name={name}
              value={fields[name]}
              timeKnown={fields['timeKnown'] !== false}
              {...(kind === undefined ? {} : { kind })}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
