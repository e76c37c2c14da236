import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { newKey } from '../api/keys.ts';
import type { Item } from '../api/items.ts';
import * as movements from '../api/movements.ts';
import type { Warning } from '../api/movements.ts';
import { useCommand } from '../components/useCommand.ts';
import { lastingDraft } from '../state/drafts.ts';
import { store } from '../state/store.ts';
import { drop as dropSaid, isFresh, saidOf, type SaidCheckIn } from './saidCheckIns.ts';

/** Check-ins of one movement on their way: they wait here, also over a reload, and go in the order in which they were said once there is a connection. */
export function useCheckIns(item: Item) {
  const waiting = saidOf(item.item);
  const note = lastingDraft(`check-in ${item.item} note`, '');
  const taken = useSignal<SaidCheckIn | undefined>(undefined);
  const warnings = useSignal<readonly Warning[]>([]);
  const sending = useRef(false);
  const command = useCommand();
  const link = store.link.value;

  useEffect(() => {
    if (waiting.peek().some(isFresh)) void send(isFresh);
  }, [link]);

  function say(stop?: number): void {
    const words = note.value.trim();
    const body = { ...(stop === undefined ? {} : { stop }), ...(words === '' ? {} : { note: words }) };
    const again = waiting.value.some((one) => JSON.stringify(one.body) === JSON.stringify(body)); // a thumb that touched twice
    if (!again) waiting.value = [...waiting.value, { key: newKey(), at: new Date().toISOString(), body }];
    note.value = '';
    void send(isFresh);
  }

  async function send(which: (said: SaidCheckIn) => boolean): Promise<void> {
    if (sending.current) return;
    sending.current = true;
    for (let said = waiting.value.find(which); said !== undefined; said = waiting.value.find(which)) {
      if (!(await post(said))) break;
    }
    sending.current = false;
  }

  /** False when there is no going on: no answer came, or the server had something to say to it. */
  async function post(said: SaidCheckIn): Promise<boolean> {
    const answer = await command.send(said.body, () => movements.checkIn(item.item, said.body, said.key));
    if (answer.kind === 'unreachable' || answer.kind === 'busy') return false;
    drop(said);
    if (answer.kind === 'refused') {
      note.value = said.body.note ?? note.value;
      return false;
    }
    taken.value = said;
    warnings.value = answer.value.warnings;
    return true;
  }

  function drop(said: SaidCheckIn): void {
    dropSaid(item.item, said);
  }

  return { waiting, note, taken, warnings, command, say, send, drop };
}
