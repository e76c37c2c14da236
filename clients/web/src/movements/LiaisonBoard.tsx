import { useSignal } from '@preact/signals';
import type { Item } from '../api/items.ts';
import { FewAtOnce } from '../components/FewAtOnce.tsx';
import { SelectField } from '../components/SelectField.tsx';
import { textOf } from '../components/fieldReaders.ts';
import { codeLabel } from '../incidents/codes.ts';
import { t } from '../i18n/index.ts';
import { standingOf, standings, type Standing } from './board.ts';
import { BoardRow } from './BoardRow.tsx';

interface LiaisonBoardProps {
  readonly rows: readonly Item[];
  /** How much of it is here: what waits for a receipt of the force comes first. */
  readonly here: 'not yet' | 'open' | 'all';
}

/** The list of a force's liaison: what it has not acknowledged first, then what it asked about, then the rest. It acknowledges receipt, and does nothing else. */
export function LiaisonBoard({ rows, here }: LiaisonBoardProps) {
  const standing = useSignal('');
  const state = useSignal('');
  const states = [...new Set(rows.flatMap((item) => textOf(item.fields['state']) ?? []))].sort();
  const shown = rows.filter((item) => state.value === '' || item.fields['state'] === state.value);
  const groups = standings.filter((each) => standing.value === '' || each === standing.value);
  return (
    <>
      <div class="pair">
        <SelectField
          label={t('board.show')}
          value={standing.value}
          none={t('board.everything')}
          options={standings.map((each) => ({ value: each, label: t(`board.${each}`) }))}
          onChange={(next) => (standing.value = next)}
        />
        <SelectField
          label={t('board.state')}
          value={state.value}
          none={t('board.everything')}
          options={states.map((each) => ({ value: each, label: codeLabel('movement-state', each) }))}
          onChange={(next) => (state.value = next)}
        />
      </div>
      {groups.map((each) => (
        <Group
          key={each}
          standing={each}
          whole={here === 'all' || here === each}
          rows={shown.filter((item) => standingOf(item) === each)}
        />
      ))}
    </>
  );
}

interface GroupProps {
  readonly standing: Standing;
  readonly rows: readonly Item[];
  /** Whether these are all of them. */
  readonly whole: boolean;
}

function Group({ standing, rows, whole }: GroupProps) {
  const title = t(`board.${standing}`);
  return (
    <section class="stack-tight" aria-label={title}>
      <h2>
        {title} <bdi class="muted">{whole ? String(rows.length) : `${String(rows.length)}+`}</bdi>
      </h2>
      {rows.length === 0 && whole && <p class="muted">{t('board.none')}</p>}
      <FewAtOnce items={rows} row={(item) => <BoardRow item={item} standing={standing} />} />
    </section>
  );
}
