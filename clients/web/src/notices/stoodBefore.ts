import type { Fields } from '../api/items.ts';

/**
 * The fields that an amendment changes, as they stand on this device. The service refuses it when one of them is another there: what recipients are not shown
 * makes no version, and a colleague's answer may be under way to here. Asked only of a view that says its version: one without content, as of an item in
 * quarantine, shows nothing of what stands.
 */
export function stoodBefore(fields: Fields, changes: Readonly<Record<string, unknown>>): { readonly before?: Fields } {
  const { clear = [], recipients: _, ...said } = changes;
  const names = [...Object.keys(said), ...(Array.isArray(clear) ? (clear as readonly string[]) : [])];
  return names.length === 0 ? {} : { before: Object.fromEntries(names.map((name) => [name, fields[name] ?? null])) };
}
