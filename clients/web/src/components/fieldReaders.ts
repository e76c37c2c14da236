/** Reads values of an item's fields, which may be full, coarse or absent, and may grow with the server. */

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function isCoarse(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && (value as Record<string, unknown>)['coarse'] === true;
}

export function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** A person or organisation: its name when it may be known, its kind when only that. */
export interface Party {
  readonly id?: string;
  readonly name?: string;
  readonly constituency?: string;
}

export function partyOf(value: unknown): Party | undefined {
  if (typeof value === 'string') return { name: value };
  if (typeof value !== 'object' || value === null) return undefined;
  const [id, name, constituency] = [
    property(value, 'id'),
    property(value, 'name'),
    property(value, 'constituency') ?? property(value, 'type'),
  ];
  return {
    ...(typeof id === 'string' ? { id } : {}),
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof constituency === 'string' ? { constituency } : {}),
  };
}
