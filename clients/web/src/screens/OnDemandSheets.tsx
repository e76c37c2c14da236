import { onDemand } from '../components/onDemand.tsx';

/** Tables and files of many, fetched when somebody brings or takes one. */
export const { Show: OnDemandSheets } = onDemand(() => import('./sheets.ts'));
