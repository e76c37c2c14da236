import movements from './templates/movements.csv?raw';
import sites from './templates/sites.csv?raw';
import type { SheetKind } from './sheet.ts';

const templates: Readonly<Record<SheetKind, string>> = { movement: movements, site: sites };

/** The table to fill, with an example to replace. With a byte order mark, or a spreadsheet on Windows takes Arabic for something else. */
export function templateOf(kind: SheetKind): Blob {
  return new Blob(['\uFEFF', templates[kind]], { type: 'text/csv' });
}
