import type { FormatName } from '../api/exports.ts';

export interface Format {
  readonly name: FormatName;
  /** Name of the file: of the format, and of nothing in it. */
  readonly file: string;
  readonly label: `format.${FormatName}`;
  /** Kinds that it holds; absent for all. The twin is `ExportFormats` of the server. */
  readonly kinds?: readonly string[];
}

const all: readonly Format[] = [
  { name: 'html', file: 'contactgroup.html', label: 'format.html' },
  { name: 'geojson', file: 'contactgroup.geojson', label: 'format.geojson' },
  { name: 'kml', file: 'contactgroup.kml', label: 'format.kml' },
  { name: 'hxl', file: 'contactgroup-hxl.csv', label: 'format.hxl' },
  { name: 'cap', file: 'contactgroup-cap.xml', label: 'format.cap', kinds: ['advisory', 'incident'] },
  {
    name: 'ics',
    file: 'contactgroup.ics',
    label: 'format.ics',
    kinds: ['movement', 'site', 'advisory', 'access-constraint'],
  },
  { name: 'template', file: 'contactgroup-template.csv', label: 'format.template', kinds: ['movement', 'site'] },
  { name: 'cot', file: 'contactgroup-cot.xml', label: 'format.cot', kinds: ['movement', 'site', 'advisory'] },
];

/**
 * What one reader can take things of a kind out as: the table for a spreadsheet is of one's own organisation, which only the humanitarian side notifies;
 * Cursor on Target is for forces and police.
 */
export function formatsFor(kind: string, ofForce: boolean): readonly Format[] {
  const notTheirs: FormatName = ofForce ? 'template' : 'cot';
  return all.filter(({ name, kinds }) => name !== notTheirs && (kinds?.includes(kind) ?? true));
}

export function formatOf(name: string): Format | undefined {
  return all.find((format) => format.name === name);
}
