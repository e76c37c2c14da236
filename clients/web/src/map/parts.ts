/** The map and what draws it: a part of the client of its own, loaded when somebody opens a map, see `onDemand`. */
export { MapBoard } from './MapBoard.tsx';
export { PickMap } from './PickMap.tsx';
