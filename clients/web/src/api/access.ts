import type { Answer } from './answer.ts';
import { get } from './http.ts';

/** How many constraints of one type began in an area and a month. Where there are fewer than the minimum, there is no cell at all. */
export interface OverviewCell {
  /** P-code or name; absent for other areas together. */
  readonly admin1?: string | null;
  /** `2026-11`. */
  readonly month: string;
  readonly constraintType: string;
  readonly count: number;
  /** The band of the gravest of them, in codes of access-severity: `3-4`. */
  readonly highestSeverity: string;
}

/** Twin: ReadOverview of the access service. */
export interface AccessOverview {
  readonly publishedAt: string;
  /** The least number that is shown. */
  readonly minimum: number;
  readonly cells: readonly OverviewCell[];
  /** Figures of exercises. */
  readonly exercise?: readonly OverviewCell[];
}

export function overview(country: string, from: string, to: string): Promise<Answer<AccessOverview>> {
  return get(`/api/access/overview?${new URLSearchParams({ country, from, to }).toString()}`);
}
