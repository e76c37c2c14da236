import { useEffect, useRef } from 'preact/hooks';
import { Count } from '../components/Count.tsx';
import { t } from '../i18n/index.ts';
import { notified } from '../state/channelItems.ts';
import { ownAudience, store } from '../state/store.ts';
import { askSoon, isOpen, loadOverlaps, overlapping } from './overlapping.ts';

/** How many notifications come into a concern of the reader's own force, beside what waits for its receipt; its sign tells one from the other. */
export function OverlapCount() {
  const first = useRef(true);
  // Once; and what got no answer again when the link has changed since.
  useEffect(() => {
    if (isOpen.value) void loadOverlaps();
  }, [ownAudience.value, store.link.value]);
  useEffect(() => {
    if (!first.current) askSoon();
    first.current = false;
  }, [notified.value, store.resets.value]);

  const n = overlapping.value;
  return n === 0 ? null : <Count n={n} words={t('nav.overlaps', { n })} sign="∩ " />;
}
