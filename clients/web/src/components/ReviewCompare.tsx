import type { Fields } from '../api/items.ts';
import { inDisplayOrder } from '../incidents/fields.ts';
import { maybe, t } from '../i18n/index.ts';
import { FieldValue } from './FieldValue.tsx';

interface ReviewCompareProps {
  readonly original: Fields;
  readonly proposed: Fields;
  readonly audience: string;
}

/** Original beside what the other side would get, field by field; differences stand out by words, not by colour alone. */
export function ReviewCompare({ original, proposed, audience }: ReviewCompareProps) {
  const names = inDisplayOrder(new Set([...Object.keys(original), ...Object.keys(proposed)])).filter(
    (name) => name !== 'timeKnown',
  );
  const given = names.filter((name) => proposed[name] !== undefined && proposed[name] !== null);
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
            <Row key={name} name={name} original={original} proposed={proposed} audience={audience} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ name, original, proposed, audience }: ReviewCompareProps & { readonly name: string }) {
  const shown = proposed[name] !== undefined && proposed[name] !== null;
  const same = shown && JSON.stringify(original[name]) === JSON.stringify(proposed[name]);
  return (
    <tr class={shown ? (same ? 'same' : 'changed') : 'kept'}>
      <th scope="row">{maybe(`field.${name}`, name)}</th>
      <td data-column={t('reviews.original')}>
        {original[name] === undefined || original[name] === null ? (
          ''
        ) : (
          <FieldValue name={name} value={original[name]} timeKnown={original['timeKnown'] !== false} />
        )}
      </td>
      <td data-column={t('reviews.proposed', { audience })}>
        {shown ? (
          <FieldValue name={name} value={proposed[name]} timeKnown={proposed['timeKnown'] !== false} />
        ) : (
          <span class="muted">{t('reviews.notGiven')}</span>
        )}
      </td>
    </tr>
  );
}
