import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Item } from '../api/items.ts';
import * as release from '../api/release.ts';
import type { Typed } from './typed.ts';
import { useTyped, type Keeping, type Shelf } from './useTyped.ts';

/** As it is kept, with the version to send it over. */
export interface KeepingOver<T extends Typed> extends Keeping<T> {
  /** The present version, for people. */
  readonly now: number;
  /** The present version as the service counts it; undefined while it is not known. */
  readonly version: number | undefined;
}

/**
 * Keeps what somebody types over an item whose version does not stand in its fields. Which revision of it was read is known at once, also without a network;
 * the version is asked for.
 * @param place Under which it is kept.
 * @param keep Where it is kept; over a reload, when it is not said.
 */
export function useTypedOver<T extends Typed>(place: string, item: Item, keep?: Shelf): KeepingOver<T> {
  const version = useSignal<number | undefined>(undefined);

  useEffect(() => {
    void release.history(item.item).then((found) => {
      if (found.kind === 'ok') version.value = found.value.versions.at(-1)?.number;
    });
  }, [item.item, item.revision]);

  return {
    ...useTyped<T>(place, item.revision, keep),
    now: version.value ?? item.revision,
    version: version.value,
  };
}
