import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Answer } from '../api/answer.ts';
import { confirmFile, fetchFile, type ExportRequest } from '../api/exports.ts';
import { Button } from '../components/Button.tsx';
import { Checkbox } from '../components/Checkbox.tsx';
import { NoFile } from './NoFile.tsx';
import { Moment } from '../components/Moment.tsx';
import { save } from '../components/save.ts';
import { useCommand } from '../components/useCommand.ts';
import { day } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { places } from '../state/store.ts';
import { formatOf } from './formats.ts';
import { listWords } from './query.ts';
import { say } from './words.ts';

/** A file that somebody else asked for: who, what and when, and nothing of what is in it. */
export function AskedFile({
  request,
  onConfirmed,
}: {
  readonly request: ExportRequest;
  readonly onConfirmed: () => void;
}) {
  const command = useCommand();
  const meant = useSignal(false);

  async function confirm(): Promise<void> {
    const answer = await command.send(request.request, (key) => confirmFile(request.request, key));
    if (answer.kind === 'ok') onConfirmed();
  }

  return (
    <article class="file-of-two stack-tight">
      <dl class="fields">
        <Line name={say('asked.by')}>
          <bdi>{say('askedBy', { person: request.person ?? '', organisation: request.organisation ?? '' })}</bdi>
        </Line>
        <Line name={say('asked.for')}>{whatOf(request)}</Line>
        <Line name={say('asked.at')}>
          <Moment at={request.askedAt} />
        </Line>
      </dl>
      <Checkbox checked={meant.value} onChange={(on) => (meant.value = on)}>
        {say('confirm.mean')}
      </Checkbox>
      <div class="send">
        <Button disabled={!meant.value || command.busy.value} onClick={() => void confirm()}>
          {say('confirm')}
        </Button>
      </div>
      <NoFile answer={command.answer.value} />
    </article>
  );
}

/** A file that the reader asked for, and how far it is. */
export function OwnFile({ request, onFetched }: { readonly request: ExportRequest; readonly onFetched: () => void }) {
  const busy = useSignal(false);
  const answer = useSignal<Answer<unknown> | undefined>(undefined);

  async function fetch(): Promise<void> {
    busy.value = true;
    const found = await fetchFile(request.request);
    busy.value = false;
    answer.value = found;
    if (found.kind === 'ok') save(URL.createObjectURL(found.value), formatOf(request.format)?.file ?? 'contactgroup');
    onFetched();
  }

  return (
    <article class="file-of-two stack-tight">
      <dl class="fields">
        <Line name={say('asked.for')}>{whatOf(request)}</Line>
        <Line name={say('asked.at')}>
          <Moment at={request.askedAt} />
        </Line>
      </dl>
      <p>{say(`state.${request.state}`)}</p>
      {request.state === 'ready' && (
        <div class="send">
          <Button kind="primary" disabled={busy.value} onClick={() => void fetch()}>
            {busy.value ? say('taking') : say('fetch')}
          </Button>
        </div>
      )}
      <NoFile answer={answer.value} />
      <p role="status">{answer.value?.kind === 'ok' && say('taken')}</p>
    </article>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div class="field-row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What was asked for, in one line. */
function whatOf({ format, kind, channel, from, to, status }: ExportRequest): string {
  const label = formatOf(format)?.label;
  const list = typeof kind !== 'string' ? undefined : listWords(kind);
  const what = say('what', {
    format: label === undefined ? format : say(label),
    kind: list === undefined ? (kind ?? say('everything')) : t(list),
    channel: places.value.get(channel ?? '')?.channel.name ?? say('unknownRoom'),
  });
  return [
    what,
    status === 'current' ? say('current') : say('everything'),
    ...(typeof from !== 'string' ? [] : [say('from', { day: day(from) })]),
    ...(typeof to !== 'string' ? [] : [say('before', { day: day(to) })]),
  ].join(' · ');
}
