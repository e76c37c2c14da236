/** The forms of reports, notifications and notices, and what a coordinator looks at: a part of the client of their own, see `OnDemand`. */
export { AccessForm } from '../access/AccessForm.tsx';
export { AccessOverview } from '../access/AccessOverview.tsx';
export { FollowUp } from '../access/FollowUp.tsx';
export { ReviseAccess } from '../access/ReviseAccess.tsx';
export { AmendAdvisory } from '../advisories/AmendAdvisory.tsx';
export { WriteAdvisory } from '../advisories/WriteAdvisory.tsx';
export { QuarantineList } from '../components/QuarantineList.tsx';
export { ReviewCard } from '../components/ReviewCard.tsx';
export { Concerns } from '../concerns/Concerns.tsx';
export { ReportForm } from '../incidents/ReportForm.tsx';
export { ReviseForm } from '../incidents/ReviseForm.tsx';
export { AmendForm } from '../movements/AmendForm.tsx';
export { NotifyForm } from '../movements/NotifyForm.tsx';
export { AmendSite } from '../sites/AmendSite.tsx';
export { NotifySite } from '../sites/NotifySite.tsx';
