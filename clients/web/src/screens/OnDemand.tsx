import { onDemand } from '../components/onDemand.tsx';

/** The forms, fetched when they are first needed. */
export const { load: loadForms, Show: OnDemand } = onDemand(() => import('./forms.ts'));
