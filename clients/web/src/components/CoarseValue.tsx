import { codeLabel } from '../incidents/codes.ts';
import type { FieldShape } from '../incidents/fields.ts';
import { day } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { property } from './fieldReaders.ts';
import { audienceName } from './parties.ts';

interface CoarseValueProps {
  readonly value: Readonly<Record<string, unknown>>;
  readonly shape: FieldShape;
}

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
  const date = at('day') ?? at('date');
  if (date !== undefined) return day(date);
  const constituency = at('constituency') ?? at('type');
  if (constituency !== undefined) return audienceName(constituency);
  const [lat, lon, size] = [at('lat'), at('lon'), at('cellKm') ?? at('gridKm') ?? at('km')];
  if (lat !== undefined && lon !== undefined) {
    return size === undefined ? `${lat}, ${lon}` : t('value.grid', { position: `${lat}, ${lon}`, km: size });
  }
  const rest = at('band') ?? at('grid') ?? at('area') ?? at('code') ?? at('value') ?? at('name') ?? at('period');
  return rest === undefined ? t('value.withoutDetail') : shape.list === undefined ? rest : codeLabel(shape.list, rest);
}
