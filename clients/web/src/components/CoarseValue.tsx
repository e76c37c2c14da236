import type { FieldShape } from '../incidents/fields.ts';
import { day, listOf } from '../i18n/dates.ts';
import { maybe, t } from '../i18n/index.ts';
import { property } from './fieldReaders.ts';
import { audienceName } from './parties.ts';

interface CoarseValueProps {
  readonly value: Readonly<Record<string, unknown>>;
  readonly shape: FieldShape;
}

/** Latitude comes first in every language; digits alone have no direction of their own. */
const [leftToRight, end] = ['\u2066', '\u2069'];

/** A value that was made less precise for this audience, and says so. */
export function CoarseValue({ value, shape }: CoarseValueProps) {
  return (
    <span>
      <bdi>{words(value, shape)}</bdi> <span class="coarse">{t('value.coarse')}</span>
    </span>
  );
}

function words(value: Readonly<Record<string, unknown>>, shape: FieldShape): string {
  const at = (name: string) => {
    const found = property(value, name);
    return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
  };
  const date = at('day');
  if (date !== undefined) return day(date);
  const constituency = at('constituency');
  if (constituency !== undefined) return audienceName(constituency);
  const [lat, lon, cell] = [at('lat'), at('lon'), at('cellDegrees')];
  if (lat !== undefined && lon !== undefined)
    return t('value.cell', { position: `${leftToRight}${lat}, ${lon}${end}`, degrees: cell ?? '' });
  const cells = property(value, 'cells');
  if (Array.isArray(cells)) return listOf(cells.map((each: Readonly<Record<string, unknown>>) => words(each, shape)));
  const band = at('band');
  if (band !== undefined) return band;
  if (shape.shape === 'counts') return bands(value);
  return t('value.withoutDetail');
}

function bands(value: Readonly<Record<string, unknown>>): string {
  const figures = Object.entries(value).filter(([name]) => name !== 'coarse');
  return listOf(figures.map(([harm, band]) => `${maybe(`impact.${harm}`, harm)}: ${String(band)}`));
}
