import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', '..', 'tests', 'classification', 'cases');

/** Rows of a table that the engine's tests read too. */
export function rows<T>(name: string): readonly T[] {
  return (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { cases: readonly T[] }).cases;
}

export interface SideRow {
  readonly constituency: string;
  readonly side: string;
}

export interface RelationRow {
  readonly says: string;
  readonly origin: string;
  readonly asked: string;
  readonly relation: string;
}

export interface ReleaseSetRow {
  readonly says: string;
  readonly releaseTo: readonly string[];
  readonly origin: string;
  readonly organisation: string | null;
  readonly asked: string;
  readonly askedOrganisation: string | null;
  readonly reach: string;
}

export interface DecisionRow {
  readonly says: string;
  readonly origin: readonly string[];
  readonly audience: readonly string[];
  readonly relation: readonly string[];
  readonly gate: string;
  readonly shows?: Readonly<Record<string, string>>;
  readonly immediately?: unknown;
}

export const sides = rows<SideRow>('sides.json');

/** Decision tables of every kind of item. */
export const decisions = readdirSync(folder)
  .filter((name) => name.startsWith('decisions-'))
  .flatMap((name) => rows<DecisionRow>(name));
