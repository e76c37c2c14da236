/** The last months with the present one, in UTC, as `2026-11`. */
export function lastMonths(count: number, now: Date): { readonly from: string; readonly to: string } {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count + 1, 1));
  return { from: first.toISOString().slice(0, 7), to: now.toISOString().slice(0, 7) };
}
