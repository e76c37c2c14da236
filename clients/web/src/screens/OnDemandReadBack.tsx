import { onDemand } from '../components/onDemand.tsx';

/** What is read out by radio. It is fetched with the page that leads to it: where it is needed there may be no network. */
export const { load: loadReadBack, Show: OnDemandReadBack } = onDemand(() => import('./readback.ts'));
