import { GroupList } from '../components/GroupList.tsx';
import { Screen } from '../components/Screen.tsx';
import { t } from '../i18n/index.ts';
import { me } from '../state/store.ts';
import { OnDemandConvening } from './OnDemandConvening.tsx';

export function GroupsScreen() {
  return (
    <Screen title={t('groups.title')}>
      <div class="narrow-only">
        <GroupList />
      </div>
      <p class="wide-only empty">{t('groups.choose')}</p>
      {(me.value?.isCoordinator || me.value?.isAdministrator) && (
        <OnDemandConvening>{({ Start }) => <Start />}</OnDemandConvening>
      )}
    </Screen>
  );
}
