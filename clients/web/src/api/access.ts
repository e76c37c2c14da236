import type { Answer } from './answer.ts';
import { get } from './http.ts';

/** Constraints of one area, month and type together. Places and months with fewer than `minimum` of them are not here at all. */
export interface OverviewCell {
  readonly admin1?: string | null;
  readonly admin1Pcode?: string | null;
  /** `2026-11`. */
  readonly month: string;
  readonly constraintType: string;
  readonly count: number;
  /** The gravest of them, a code of access-severity. */
  readonly severity?: string | null;
}

export interface AccessOverview {
  readonly publishedAt: string;
  /** The least number that is counted. */
  readonly minimum: number;
  readonly cells: readonly OverviewCell[];
}

export function overview(country: string, from: string, to: string): Promise<Answer<AccessOverview>> {
  return get(`/api/access/overview?${new URLSearchParams({ country, from, to }).toString()}`);
}
