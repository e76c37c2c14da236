import { Screen } from '../components/Screen.tsx';
import { t } from '../i18n/index.ts';
import { OnDemandSheets } from './OnDemandSheets.tsx';

/** Files that take two people: those that wait for this person, and their own. */
export function FilesScreen() {
  return (
    <Screen title={t('files.title')}>
      <OnDemandSheets>{({ FilesOfTwo }) => <FilesOfTwo />}</OnDemandSheets>
    </Screen>
  );
}
