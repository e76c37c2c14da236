import type { ItemFilter } from '../api/release.ts';
import { t } from '../i18n/index.ts';
import { places } from '../state/store.ts';
import { SelectField } from './SelectField.tsx';
import { TextField } from './TextField.tsx';

interface IncidentFilterProps {
  readonly filter: ItemFilter;
  readonly onChange: (filter: ItemFilter) => void;
}

export function IncidentFilter({ filter, onChange }: IncidentFilterProps) {
  const set = (name: keyof ItemFilter, value: string) => {
    const rest = Object.fromEntries(Object.entries(filter).filter(([key]) => key !== name));
    onChange(value === '' ? rest : { ...rest, [name]: value });
  };
  const endOfDay = (date: string) => (date === '' ? '' : `${date}T23:59:59Z`);
  const startOfDay = (date: string) => (date === '' ? '' : `${date}T00:00:00Z`);
  return (
    <form
      class="filter"
      role="search"
      aria-label={t('filter.title')}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <TextField
        label={t('filter.search')}
        type="search"
        value={filter.q ?? ''}
        max={200}
        onInput={(value) => {
          set('q', value);
        }}
      />
      <details>
        <summary>{t('filter.more')}</summary>
        <div class="filter-more">
          <SelectField
            label={t('filter.kind')}
            value={filter.kind ?? ''}
            none={t('filter.everything')}
            options={[
              { value: 'incident', label: t('filter.incidents') },
              { value: 'movement', label: t('filter.movements') },
              { value: 'site', label: t('board.sites') },
              { value: 'advisory', label: t('board.advisories') },
              { value: 'access-constraint', label: t('board.access') },
              { value: 'message', label: t('filter.messages') },
            ]}
            onChange={(value) => {
              set('kind', value);
            }}
          />
          <SelectField
            label={t('filter.channel')}
            value={filter.channel ?? ''}
            none={t('filter.everywhere')}
            options={[...places.value.values()].map(({ channel }) => ({ value: channel.id, label: channel.name }))}
            onChange={(value) => {
              set('channel', value);
            }}
          />
          <SelectField
            label={t('filter.status')}
            value={filter.status ?? ''}
            none={t('filter.anyStatus')}
            options={(['current', 'closed'] as const).map((status) => ({
              value: status,
              label: t(`status.${status}`),
            }))}
            onChange={(value) => {
              set('status', value);
            }}
          />
          <TextField
            label={t('filter.from')}
            type="date"
            value={filter.from?.slice(0, 10) ?? ''}
            onInput={(value) => {
              set('from', startOfDay(value));
            }}
          />
          <TextField
            label={t('filter.to')}
            type="date"
            value={filter.to?.slice(0, 10) ?? ''}
            onInput={(value) => {
              set('to', endOfDay(value));
            }}
          />
        </div>
      </details>
    </form>
  );
}
