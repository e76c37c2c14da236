import { en, type Catalogue, type MessageKey } from './en.ts';
import { lengthen } from './lengthen.ts';

/** English, accented and a third longer, shown right to left: finds words outside the catalogue and boxes that are too small. */
export const pseudo: Catalogue = Object.fromEntries(
  (Object.keys(en) as MessageKey[]).map((key) => [key, lengthen(en[key])]),
) as Catalogue;
