/** What comes from tables and leaves as files: a part of the client of its own, with its own words, see `OnDemandSheets`. */
export { FilesOfTwo } from '../exports/FilesOfTwo.tsx';
export { TakeOut } from '../exports/TakeOut.tsx';
export { ImportSheet } from '../imports/ImportSheet.tsx';
export { ItemFiles } from '../exports/ItemFiles.tsx';
