import { onDemand } from '../components/onDemand.tsx';

/** What few need: fetched by who convenes, and by who looks after accounts. */
export const { Show: OnDemandConvening } = onDemand(() => import('./convening.ts'));
