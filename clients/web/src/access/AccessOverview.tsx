import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AccessOverview as Overview, OverviewCell } from '../api/access.ts';
import * as access from '../api/access.ts';
import type { Answer } from '../api/answer.ts';
import { Failure } from '../components/Failure.tsx';
import { Moment } from '../components/Moment.tsx';
import { SelectField } from '../components/SelectField.tsx';
import { codeLabel, codesOf, labelOf } from '../incidents/codes.ts';
import { eitherOf, month } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { lastMonths } from './months.ts';

const spans = [3, 6, 12] as const;

/** How many constraints there were by area, month and type, as counts that name nobody. */
export function AccessOverview({ country: first }: { readonly country?: string | undefined }) {
  const country = useSignal(first ?? '');
  const months = useSignal<number>(spans[0]);
  const answer = useSignal<Answer<Overview> | undefined>(undefined);
  const asked = useSignal(0);

  useEffect(() => {
    if (country.value === '') return;
    const number = ++asked.value;
    const { from, to } = lastMonths(months.value, new Date());
    void access.overview(country.value, from, to).then((found) => {
      if (number === asked.value) answer.value = found;
    });
  }, [country.value, months.value]);

  return (
    <div class="stack-tight">
      <div class="pair">
        <SelectField
          label={t('field.country')}
          value={country.value}
          none={t('form.choose')}
          options={codesOf('country').map((code) => ({ value: code.code, label: labelOf(code) }))}
          onChange={(next) => (country.value = next)}
        />
        <SelectField
          label={t('access.overview.span')}
          value={String(months.value)}
          options={spans.map((n) => ({ value: String(n), label: t('access.overview.months', { n }) }))}
          onChange={(next) => (months.value = Number(next))}
        />
      </div>
      <Failure answer={answer.value} />
      {answer.value?.kind === 'ok' && <OverviewTable overview={answer.value.value} />}
    </div>
  );
}

function OverviewTable({ overview }: { readonly overview: Overview }) {
  const { cells, exercise = [], minimum, publishedAt } = overview;
  return (
    <>
      <p class="hint">{t('access.overview.minimum', { n: minimum })}</p>
      <p class="hint">
        {t('access.overview.asOf')} <Moment at={publishedAt} />
      </p>
      {cells.length === 0 && exercise.length === 0 && <p class="empty">{t('access.overview.empty')}</p>}
      {cells.length > 0 && <Cells cells={cells} name={t('access.overview')} />}
      {exercise.length > 0 && (
        <>
          <p class="marking-exercise">{t('marking.exercise')}</p>
          <Cells cells={exercise} name={`${t('access.overview')}: ${t('marking.exercise')}`} />
        </>
      )}
    </>
  );
}

function Cells({ cells, name }: { readonly cells: readonly OverviewCell[]; readonly name: string }) {
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label={name}>
      <table class="overview">
        <thead>
          <tr>
            <th scope="col">{t('access.overview.month')}</th>
            <th scope="col">{t('field.admin1')}</th>
            <th scope="col">{t('field.constraintType')}</th>
            <th scope="col">{t('access.overview.count')}</th>
            <th scope="col">{t('access.overview.gravest')}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => (
            <tr key={`${cell.month} ${cell.admin1 ?? ''} ${cell.constraintType}`}>
              <td>
                <bdi>{month(cell.month)}</bdi>
              </td>
              <td>
                <bdi>{cell.admin1 ?? t('access.overview.otherAreas')}</bdi>
              </td>
              <td>
                <bdi>{codeLabel('access-constraint-type', cell.constraintType)}</bdi>
              </td>
              <td>
                <bdi>{String(cell.count)}</bdi>
              </td>
              <td>
                <bdi>{bandOf(cell.highestSeverity)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function bandOf(severities: string): string {
  return eitherOf(severities.split('-').map((severity) => codeLabel('access-severity', severity)));
}
