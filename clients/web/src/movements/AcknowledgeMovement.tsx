import { useSignal, type Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Item } from '../api/items.ts';
import * as movements from '../api/movements.ts';
import { Button } from '../components/Button.tsx';
import { Failure } from '../components/Failure.tsx';
import { TextArea } from '../components/TextArea.tsx';
import { TextField } from '../components/TextField.tsx';
import { useCommand } from '../components/useCommand.ts';
import { t } from '../i18n/index.ts';
import { draft as kept } from '../state/drafts.ts';
import { isAnswered, ownLine, versionOf } from './dispatch.ts';

interface ReadFirstProps {
  readonly version: number;
  readonly children: ComponentChildren;
}

interface Acknowledging {
  readonly item: Item;
  /** The version that was there when the reader came, or that they have said they read since; signalled, because what comes meanwhile makes the form anew. */
  readonly read: Signal<number | undefined>;
}

/**
 * A force that was named says which of its cells received a version, and may ask about it. It is offered nothing else. A version that comes while somebody reads takes
 * the button away until they say that they have read it: nobody acknowledges what moved in under their finger.
 */
export function AcknowledgeMovement({ item }: { readonly item: Item }) {
  const read = useSignal(versionOf(item.fields));
  return <AcknowledgeForm key={item.revision} item={item} read={read} />;
}

function AcknowledgeForm({ item, read }: Acknowledging) {
  const cell = kept('acknowledging cell', '');
  const query = kept(`question about ${item.item}`, ''); // a reminder meanwhile makes this anew, and takes no words
  const command = useCommand();
  const [line, version] = [ownLine(item.fields), versionOf(item.fields)];
  if (line === undefined || version === undefined || isAnswered(line, item.fields)) return null;

  async function send(): Promise<void> {
    const [from, asked] = [cell.value.trim(), query.value.trim()];
    const body = { version, cell: from, ...(asked === '' ? {} : { query: asked }) };
    const answer = await command.send(body, (key) => movements.acknowledge(item.item, body, key));
    if (answer.kind === 'ok') query.value = '';
  }

  return (
    <div class="withdraw stack-tight" role="group" aria-label={t('acknowledgement.do')}>
      <p>{t(item.kind === 'site' ? 'site.acknowledge.what' : 'movement.acknowledge.what')}</p>
      <TextField
        label={t('movement.acknowledge.cell')}
        value={cell.value}
        required
        max={120}
        onInput={(value) => (cell.value = value)}
      />
      <TextArea
        label={t('movement.acknowledge.query')}
        value={query.value}
        rows={2}
        max={1000}
        onInput={(value) => (query.value = value)}
      />
      <Failure answer={command.answer.value} words={t('error.wordsKept')} />
      {command.answer.value?.kind === 'ok' ? (
        <p class="good" role="status">
          {t('acknowledgement.done')}
        </p>
      ) : (
        <ReadFirst version={version} read={read}>
          <Button kind="primary" disabled={command.busy.value || cell.value.trim() === ''} onClick={() => void send()}>
            {t('movement.acknowledge', { n: version })}
          </Button>
        </ReadFirst>
      )}
    </div>
  );
}

function ReadFirst({ version, read, children }: Omit<Acknowledging, 'item'> & ReadFirstProps) {
  if (read.value === version) return <div class="row">{children}</div>;
  return (
    <div class="warning" role="status">
      <p>{t('movement.acknowledge.came', { n: version })}</p>
      <Button onClick={() => (read.value = version)}>{t('movement.acknowledge.read', { n: version })}</Button>
    </div>
  );
}
