import { Fragment } from 'preact';
import type { Item } from '../api/items.ts';
import { Button } from '../components/Button.tsx';
import { fieldLabel } from '../components/fieldLabel.ts';
import { FieldValue } from '../components/FieldValue.tsx';
import { listOf } from '../i18n/dates.ts';
import { wordsOf } from '../i18n/wordsOf.ts';
import { arTyped } from './arTyped.ts';
import { enTyped } from './enTyped.ts';

const say = wordsOf(enTyped, arTyped);

/** What was typed over an answer that a colleague changed meanwhile. INVARIANT: nothing of it is sent before it was decided which of both stands. */
export interface OvertakenAnswer {
  /** Its fields: those that would be another with what was typed. */
  readonly fields: readonly string[];
  /** The colleague's answer stands. */
  readonly take: () => void;
  /** What was typed stands, over the colleague's answer. */
  readonly keepMine: () => void;
}

interface OvertakenProps {
  /** As it is now. */
  readonly item: Item;
  readonly answers: readonly OvertakenAnswer[];
}

/** What a colleague changed of that which is being typed over, to choose what stands. */
export function Overtaken({ item, answers }: OvertakenProps) {
  if (answers.length === 0) return null;
  const label = (field: string) => fieldLabel(field, item.kind);
  return (
    <div class="warning stack-tight" role="status">
      <p>{say('overtaken')}</p>
      {answers.map(({ fields, take, keepMine }) => (
        <div key={fields[0]} class="stack-tight" role="group" aria-label={listOf(fields.map(label))}>
          {fields.map((field) => (
            <Fragment key={field}>
              <strong>{label(field)}</strong>
              {item.fields[field] === undefined ? (
                <p>{say('empty')}</p>
              ) : (
                <FieldValue name={field} value={item.fields[field]} kind={item.kind} />
              )}
            </Fragment>
          ))}
          <p class="row">
            <Button kind="quiet" onClick={take}>
              {say('take')}
            </Button>
            <Button kind="quiet" onClick={keepMine}>
              {say('keepMine')}
            </Button>
          </p>
        </div>
      ))}
    </div>
  );
}

/** What is lacking before it can be sent: which answer stands. */
export function decideFirst(answers: readonly OvertakenAnswer[]): readonly string[] {
  return answers.length === 0 ? [] : [say('decide')];
}
