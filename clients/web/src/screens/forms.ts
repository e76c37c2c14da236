/** The forms of notices: a part of the client of their own, see `OnDemand`. */
export { AccessForm } from '../access/AccessForm.tsx';
export { AccessOverview } from '../access/AccessOverview.tsx';
export { ReviseAccess } from '../access/ReviseAccess.tsx';
export { AmendAdvisory } from '../advisories/AmendAdvisory.tsx';
export { WriteAdvisory } from '../advisories/WriteAdvisory.tsx';
export { Concerns } from '../concerns/Concerns.tsx';
export { AmendSite } from '../sites/AmendSite.tsx';
export { NotifySite } from '../sites/NotifySite.tsx';
