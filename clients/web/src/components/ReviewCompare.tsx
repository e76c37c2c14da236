import type { ComponentChildren } from 'preact';
import type { Fields } from '../api/items.ts';
import { inDisplayOrder } from '../incidents/fields.ts';
import { t } from '../i18n/index.ts';
import { fieldLabel } from './fieldLabel.ts';
import { FieldValue } from './FieldValue.tsx';
import { wordDiff } from './wordDiff.ts';

interface ReviewCompareProps {
  readonly original: Fields;
  readonly kind: string;
  /** What the other side would get by the rules. */
  readonly proposed: Fields;
  /** What it would get with the coordinator's changes. */
  readonly result?: Fields;
  readonly audience: string;
  /** What can be done to a field, under what it would be. */
  readonly control?: (name: string) => ComponentChildren;
}

/** Original beside what the other side would get, field by field; differences stand out by words, not by colour alone. */
export function ReviewCompare(props: ReviewCompareProps) {
  const { original, proposed, kind, audience } = props;
  const names = inDisplayOrder(new Set([...Object.keys(original), ...Object.keys(proposed)]), kind).filter(
    (name) => name !== 'timeKnown',
  );
  const given = names.filter((name) => has(proposed, name));
  const kept = names.filter((name) => !given.includes(name));
  return (
    <div class="compare">
      <table>
        <caption class="visually-hidden">{t('reviews.compare', { audience })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('reviews.field')}</th>
            <th scope="col">{t('reviews.original')}</th>
            <th scope="col">{t('reviews.proposed', { audience })}</th>
          </tr>
        </thead>
        <tbody>
          {[...given, ...kept].map((name) => (
            <Row key={name} name={name} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function has(fields: Fields, name: string): boolean {
  return fields[name] !== undefined && fields[name] !== null;
}

function Row({
  name,
  kind,
  original,
  proposed,
  result = proposed,
  audience,
  control,
}: ReviewCompareProps & { readonly name: string }) {
  const shown = has(result, name);
  const same = shown && JSON.stringify(original[name]) === JSON.stringify(result[name]);
  return (
    <tr class={shown ? (same ? 'same' : 'changed') : 'kept'}>
      <th scope="row">{fieldLabel(name, kind)}</th>
      <td data-column={t('reviews.original')}>
        {has(original, name) ? (
          <FieldValue name={name} kind={kind} value={original[name]} timeKnown={original['timeKnown'] !== false} />
        ) : (
          ''
        )}
      </td>
      <td data-column={t('reviews.proposed', { audience })}>
        {shown ? (
          <Result name={name} kind={kind} proposed={proposed} result={result} />
        ) : (
          <span class="muted">{has(proposed, name) ? t('reviews.leftOut') : t('reviews.notGiven')}</span>
        )}
        {has(proposed, name) && control?.(name)}
      </td>
    </tr>
  );
}

/** A value as it would be; of other words, what was taken out and what was put in. */
function Result({
  name,
  kind,
  proposed,
  result,
}: {
  readonly name: string;
  readonly kind: string;
  readonly proposed: Fields;
  readonly result: Fields;
}) {
  const [before, after] = [proposed[name], result[name]];
  if (typeof before !== 'string' || typeof after !== 'string' || before === after)
    return <FieldValue name={name} kind={kind} value={after} timeKnown={result['timeKnown'] !== false} />;
  return (
    <span class="user-text" dir="auto">
      {wordDiff(before, after).map((part, index) =>
        part.kind === 'removed' ? (
          <del key={index}>{part.text}</del>
        ) : part.kind === 'added' ? (
          <ins key={index}>{part.text}</ins>
        ) : (
          <span key={index}>{part.text}</span>
        ),
      )}
    </span>
  );
}
