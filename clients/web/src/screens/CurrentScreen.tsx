import { route } from '../state/route.ts';
import { AccessScreen } from './AccessScreen.tsx';
import { AdviseScreen } from './AdviseScreen.tsx';
import { AdvisoriesScreen } from './AdvisoriesScreen.tsx';
import { AmendScreen } from './AmendScreen.tsx';
import { ChannelScreen } from './ChannelScreen.tsx';
import { FilesScreen } from './FilesScreen.tsx';
import { GroupScreen } from './GroupScreen.tsx';
import { GroupsScreen } from './GroupsScreen.tsx';
import { ImportScreen } from './ImportScreen.tsx';
import { IncidentsScreen } from './IncidentsScreen.tsx';
import { ItemScreen } from './ItemScreen.tsx';
import { MapScreen } from './MapScreen.tsx';
import { MeScreen } from './MeScreen.tsx';
import { MovementsScreen } from './MovementsScreen.tsx';
import { NotifyScreen } from './NotifyScreen.tsx';
import { NotifySiteScreen } from './NotifySiteScreen.tsx';
import { RaiseScreen } from './RaiseScreen.tsx';
import { PrintScreen } from './PrintScreen.tsx';
import { ReadBackScreen } from './ReadBackScreen.tsx';
import { ReportScreen } from './ReportScreen.tsx';
import { ReviewsScreen } from './ReviewsScreen.tsx';
import { ReviseScreen } from './ReviseScreen.tsx';
import { SitesScreen } from './SitesScreen.tsx';
import { TakeOutScreen } from './TakeOutScreen.tsx';

export function CurrentScreen() {
  const here = route.value;
  switch (here.name) {
    case 'groups':
      return <GroupsScreen />;
    case 'group':
      return <GroupScreen key={here.group} id={here.group} />;
    case 'channel':
      return <ChannelScreen key={here.channel} id={here.channel} />;
    case 'report':
      return (
        <ReportScreen key={here.channel ?? ''} {...(here.channel === undefined ? {} : { channel: here.channel })} />
      );
    case 'notify':
      return <NotifyScreen key={here.channel} channel={here.channel} />;
    case 'notifySite':
      return <NotifySiteScreen key={here.channel} channel={here.channel} />;
    case 'raise':
      return <RaiseScreen key={here.channel} channel={here.channel} />;
    case 'advise':
      return <AdviseScreen key={here.channel} channel={here.channel} />;
    case 'import':
      return <ImportScreen key={here.channel} channel={here.channel} />;
    case 'takeOut':
      return <TakeOutScreen key={here.of} of={here.of} />;
    case 'files':
      return <FilesScreen />;
    case 'incidents':
      return <IncidentsScreen />;
    case 'movements':
      return <MovementsScreen />;
    case 'sites':
      return <SitesScreen />;
    case 'advisories':
      return <AdvisoriesScreen />;
    case 'access':
      return <AccessScreen />;
    case 'map':
      return <MapScreen key={here.of} of={here.of} />;
    case 'item':
      return <ItemScreen key={here.item} id={here.item} />;
    case 'revise':
      return <ReviseScreen key={here.item} id={here.item} />;
    case 'amend':
      return <AmendScreen key={here.item} id={here.item} />;
    case 'print':
      return <PrintScreen key={here.item} id={here.item} />;
    case 'read-back':
      return <ReadBackScreen key={here.item} id={here.item} />;
    case 'reviews':
      return <ReviewsScreen />;
    case 'me':
      return <MeScreen />;
  }
}
