import { createContext } from 'preact';
import type { Signal } from '@preact/signals';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answer } from '../api/answer.ts';
import type { Item } from '../api/items.ts';
import * as release from '../api/release.ts';
import type { Exposure, ExposedVersion } from '../api/release.ts';
import { isOwnOrganisation } from '../state/channelItems.ts';

/** Who had the item of the page, as far as its owner was told; nothing for others and where it was not read yet. */
export const Given = createContext<Exposure | undefined>(undefined);

export interface Reading {
  readonly answer: Signal<Answer<Exposure> | undefined>;
  readonly again: () => void;
}

/** Reads who had an item of one's own organisation: with each view of it, and when it is asked for again, since nobody is told when others read. */
export function useExposure(item: Item | undefined): Reading {
  const answer = useSignal<Answer<Exposure> | undefined>(undefined);
  const own = item !== undefined && isOwnOrganisation(item) ? item.item : undefined;
  const read = () => {
    if (own !== undefined) void release.exposure(own).then((found) => (answer.value = found));
  };
  useEffect(read, [own, item?.revision, JSON.stringify(item?.releases ?? [])]);
  return { answer, again: read };
}

/** How a version went to one audience; nothing where it may have been forgotten by now. */
export function versionFor(
  given: Exposure | undefined,
  audience: string | undefined,
  version: number | undefined,
): ExposedVersion | undefined {
  const found = given?.audiences
    .find((one) => one.audience === audience)
    ?.versions?.find((one) => one.version === version);
  return found === undefined || isForgotten(found, given?.keptDays ?? 0) ? undefined : found;
}

/** Whether nothing is known any more of who was given it, which is not the same as that nobody was. */
export function isForgotten(version: ExposedVersion, keptDays: number): boolean {
  return !version.delivered && Date.now() - Date.parse(version.sent) > keptDays * 24 * 60 * 60 * 1000;
}
