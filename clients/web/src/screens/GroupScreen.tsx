import { Members } from '../components/Members.tsx';
import { Screen } from '../components/Screen.tsx';
import { Terms } from '../components/Terms.tsx';
import { GroupList } from '../components/GroupList.tsx';
import { t } from '../i18n/index.ts';
import { me, store } from '../state/store.ts';
import { NotHere } from './NotHere.tsx';
import { OnDemandConvening } from './OnDemandConvening.tsx';

export function GroupScreen({ id }: { readonly id: string }) {
  const group = store.groups.value.find((each) => each.id === id);
  if (group === undefined) return <NotHere />;
  return (
    <Screen title={<bdi>{group.name}</bdi>} context={<Members group={group.id} />} contextLabel={t('members.title')}>
      <Terms group={group} />
      {me.value?.isCoordinator && (
        <OnDemandConvening>{({ Convening }) => <Convening group={group} />}</OnDemandConvening>
      )}
      <div class="narrow-only">
        <GroupList />
      </div>
    </Screen>
  );
}
