import type { Item } from '../api/items.ts';
import { Button } from '../components/Button.tsx';
import { fieldLabel } from '../components/fieldLabel.ts';
import { FieldValue } from '../components/FieldValue.tsx';
import { wordsOf } from '../i18n/wordsOf.ts';
import { arTyped } from './arTyped.ts';
import { enTyped } from './enTyped.ts';
import type { Revision } from './useRevision.ts';

const say = wordsOf(enTyped, arTyped);

interface OvertakenProps {
  /** As it is now. */
  readonly item: Item;
  readonly revision: Revision;
}

/** What a colleague changed of that which is being typed over, to choose what stands. */
export function Overtaken({ item, revision: { overtaken, take, keepMine } }: OvertakenProps) {
  if (overtaken.length === 0) return null;
  return (
    <div class="warning stack-tight" role="status">
      <p>{say('overtaken')}</p>
      {overtaken.map((field) => (
        <div key={field} class="stack-tight" role="group" aria-label={fieldLabel(field, item.kind)}>
          <strong>{fieldLabel(field, item.kind)}</strong>
          {item.fields[field] === undefined ? (
            <p>{say('empty')}</p>
          ) : (
            <FieldValue name={field} value={item.fields[field]} kind={item.kind} />
          )}
          <p class="row">
            <Button
              kind="quiet"
              onClick={() => {
                take(field);
              }}
            >
              {say('take')}
            </Button>
            <Button
              kind="quiet"
              onClick={() => {
                keepMine(field);
              }}
            >
              {say('keepMine')}
            </Button>
          </p>
        </div>
      ))}
    </div>
  );
}

/** What is lacking before it can be sent: which answer stands. */
export function decideFirst({ overtaken }: Revision): readonly string[] {
  return overtaken.length === 0 ? [] : [say('decide')];
}
