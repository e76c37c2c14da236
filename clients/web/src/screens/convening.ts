/** What coordinators do to contact groups, and administrators to accounts: a part of the client of its own, with its own words, see `OnDemandConvening`. */
export { BeyondHolders } from '../convening/BeyondHolders.tsx';
export { Convening } from '../convening/Convening.tsx';
export { Start } from '../convening/Start.tsx';
