import type { Fields } from '../api/items.ts';
import type { Typed } from './typed.ts';

/**
 * What changed, as it is sent: why, on which version, and how those fields stand on this device. The service refuses it when one of them is another there:
 * what recipients are not shown makes no version, and a colleague's answer may be under way to here. Asked only of a view that says its version: one without
 * content, as of an item in quarantine, shows nothing of what stands.
 */
export function amendmentOf(changes: Fields, { reason, read }: Typed, fields: Fields): Fields {
  const why = reason.trim();
  return {
    ...changes,
    ...(why === '' ? {} : { reason: why }),
    ...(read === 0 ? {} : { ifVersion: read, ...stoodBefore(fields, changes) }),
  };
}

function stoodBefore(fields: Fields, { clear = [], recipients: _, ...said }: Fields): { readonly before?: Fields } {
  const names = [...Object.keys(said), ...(Array.isArray(clear) ? (clear as readonly string[]) : [])];
  return names.length === 0 ? {} : { before: Object.fromEntries(names.map((name) => [name, fields[name] ?? null])) };
}
