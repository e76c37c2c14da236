import { Board } from '../components/Board.tsx';
import { t } from '../i18n/index.ts';
import { LawNote } from '../movements/LawNote.tsx';
import { byConfirmation, confirmationOf, siteWaits } from '../sites/standing.ts';

/** The sites this reader holds: what somebody has yet to acknowledge first, then what has to be confirmed again. */
export function SitesScreen() {
  return (
    <Board
      kind="site"
      title={t('board.sites')}
      type={{ field: 'siteType', list: 'site-type' }}
      order={byConfirmation}
      summary={(items) =>
        t('sites.waiting', {
          n: items.filter((item) => siteWaits(item.fields)).length,
          i: items.filter((item) => confirmationOf(item.fields) !== undefined).length,
        })
      }
      empty={t('sites.empty')}
    >
      <LawNote />
    </Board>
  );
}
