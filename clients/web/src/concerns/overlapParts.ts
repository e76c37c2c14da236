/** What a force is told of its concerns: a part of the client of its own, which nobody else loads, see `onDemand`. */
export { OverlapCount } from './OverlapCount.tsx';
export { OverlapList } from './OverlapList.tsx';
