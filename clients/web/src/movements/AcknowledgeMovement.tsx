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

/** A force that was named says which of its cells received a version, and may ask about it. It is offered nothing else. */
export function AcknowledgeMovement({ item }: { readonly item: Item }) {
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
        <div class="row">
          <Button kind="primary" disabled={command.busy.value || cell.value.trim() === ''} onClick={() => void send()}>
            {t('movement.acknowledge', { n: version })}
          </Button>
        </div>
      )}
    </div>
  );
}
