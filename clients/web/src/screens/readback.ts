/** What is read out by radio: a part of the client of its own, see `OnDemandReadBack`. */
export { ReadBackForm } from '../movements/ReadBackForm.tsx';
