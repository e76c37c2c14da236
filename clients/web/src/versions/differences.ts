import { saidByCourse } from '../access/course.ts';
import type { Fields } from '../api/items.ts';
import type { ItemVersion } from '../api/release.ts';
import { inDisplayOrder } from '../incidents/fields.ts';
import { versionOf } from '../movements/dispatch.ts';
import { saidByTimeline } from '../movements/Timeline.tsx';

/** A field that said something else before. Undefined where it said nothing. */
export interface Difference {
  readonly name: string;
  readonly before: unknown;
  readonly since: unknown;
}

/** A version with what it changed; nothing for the first one. */
export interface Step {
  /** As people name it: the version that stands in the fields, else its place in the history. */
  readonly number: number;
  readonly at: string;
  /** Nobody but the own side was shown what it changed, so that the version that people name stayed the same. */
  readonly isOwnSide: boolean;
  readonly differences: readonly Difference[];
  readonly fields: Fields;
  readonly before: Fields;
}

/** What is written by itself with every version, or is told elsewhere on the page. */
const silent = [...saidByTimeline, ...saidByCourse, 'timeKnown', 'version', 'notice', 'late'];

/** The versions that changed something that people said, newest first; the first one is the last of them. */
export function stepsOf(versions: readonly ItemVersion[], kind: string): readonly Step[] {
  const steps = versions.map(({ number, at, fields }, index): Step => {
    const before = versions[index - 1]?.fields ?? fields;
    const version = versionOf(fields);
    return {
      number: version ?? number,
      at,
      isOwnSide: index > 0 && version !== undefined && version === versionOf(before),
      fields,
      before,
      differences: differencesOf(before, fields, kind),
    };
  });
  return steps.filter((step, index) => index === 0 || step.differences.length > 0).reverse();
}

function differencesOf(before: Fields, since: Fields, kind: string): readonly Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(since)])];
  return inDisplayOrder(names, kind)
    .filter((name) => !silent.includes(name) && JSON.stringify(before[name]) !== JSON.stringify(since[name]))
    .map((name) => ({ name, before: before[name], since: since[name] }));
}
