import type { Item } from '../api/items.ts';
import { Button } from '../components/Button.tsx';
import { fieldLabel } from '../components/fieldLabel.ts';
import { FieldValue } from '../components/FieldValue.tsx';
import { wordsOf } from '../i18n/wordsOf.ts';
import { arTyped } from './arTyped.ts';
import { enTyped } from './enTyped.ts';

const say = wordsOf(enTyped, arTyped);

/** What is to be decided before what was typed goes over what a colleague changed. */
export interface Decision {
  /** Fields that were typed over and that a colleague changed meanwhile. INVARIANT: nothing of them is sent before it was decided which answer stands. */
  readonly overtaken: readonly string[];
  /** The colleague's answer stands. */
  readonly take: (field: string) => void;
  /** What was typed stands, over the colleague's answer. */
  readonly keepMine: (field: string) => void;
}

interface OvertakenProps {
  /** As it is now. */
  readonly item: Item;
  readonly decision: Decision;
}

/** What a colleague changed of that which is being typed over, to choose what stands. */
export function Overtaken({ item, decision: { overtaken, take, keepMine } }: OvertakenProps) {
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
export function decideFirst({ overtaken }: Decision): readonly string[] {
  return overtaken.length === 0 ? [] : [say('decide')];
}
