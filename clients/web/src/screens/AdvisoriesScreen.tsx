import { isInForce, byDanger } from '../advisories/standing.ts';
import { Board } from '../components/Board.tsx';
import { t } from '../i18n/index.ts';

/** The advisories this reader holds, the gravest that is in force first. */
export function AdvisoriesScreen() {
  return (
    <Board
      kind="advisory"
      title={t('board.advisories')}
      type={{ field: 'advisoryType', list: 'advisory-type' }}
      order={byDanger}
      summary={(items) =>
        t('advisories.inForce', { n: items.filter((item) => isInForce(item.fields, Date.now())).length })
      }
      empty={t('advisories.empty')}
    />
  );
}
