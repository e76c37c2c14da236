import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Item } from '../api/items.ts';
import * as release from '../api/release.ts';
import { t } from '../i18n/index.ts';
import { isOwnOrganisation } from '../state/channelItems.ts';
import { me } from '../state/store.ts';
import { Button } from './Button.tsx';
import { Failure } from './Failure.tsx';
import { audienceName, sideOf } from './parties.ts';
import { SelectField } from './SelectField.tsx';
import { TextField } from './TextField.tsx';
import { useCommand } from './useCommand.ts';

/** Takes an item back from one side or force: for the organisation that wrote it and for coordinators, after a second gesture. */
export function TakeBack({ item }: { readonly item: Item }) {
  const open = useSignal(false);
  const targets = useSignal<readonly string[]>([]);
  const chosen = useSignal('');
  const reason = useSignal('');
  const command = useCommand();
  const may = isOwnOrganisation(item) || me.value?.isCoordinator === true;
  const states = JSON.stringify(item.releases ?? []);

  useEffect(() => {
    if (!may) return;
    void release.explanation(item.item).then((found) => {
      if (found.kind === 'ok') targets.value = targetsOf(found.value);
    });
  }, [item.item, item.revision, states, may]);

  if (!may || targets.value.length === 0) return null;

  async function confirm(): Promise<void> {
    const body = { target: chosen.value, reason: reason.value.trim() };
    const answer = await command.send(body, (key) => release.recall(item.item, body.target, body.reason, key));
    if (answer.kind === 'ok') open.value = false;
  }

  return (
    <div class="actions">
      <Button kind="quiet" expanded={open.value} onClick={() => (open.value = !open.value)}>
        {t('takeBack.title')}
      </Button>
      {open.value && (
        <div class="withdraw stack-tight">
          <p>{t('takeBack.what')}</p>
          <SelectField
            label={t('takeBack.from')}
            value={chosen.value}
            none={t('takeBack.choose')}
            options={targets.value.map((target) => ({ value: target, label: audienceName(target) }))}
            onChange={(value) => (chosen.value = value)}
          />
          <TextField
            label={t('withdraw.reason')}
            value={reason.value}
            max={1000}
            onInput={(value) => (reason.value = value)}
          />
          <Failure answer={command.answer.value} words={t('error.wordsKept')} />
          <div class="row">
            <Button
              kind="danger"
              disabled={command.busy.value || chosen.value === '' || reason.value.trim() === ''}
              onClick={() => void confirm()}
            >
              {t('takeBack.confirm')}
            </Button>
            <Button kind="quiet" onClick={() => (open.value = false)}>
              {t('composer.cancel')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

/** Those who hold it or wait for it, as sides and forces. C# twin: `Targets.Of`. */
function targetsOf(explained: release.Explanation): readonly string[] {
  const others = (explained.others ?? []).filter((other) => other.state === 'shown' || other.state === 'in-review');
  return [...new Set(others.map((other) => targetOf(other.audience)))].sort();
}

function targetOf(audience: string): string {
  if (audience.startsWith('side:')) return audience;
  switch (sideOf(audience)) {
    case 'humanitarian':
    case 'coordination':
      return 'side:humanitarian';
    case 'political':
      return 'side:political';
    case 'security':
      return `audience:${audience}`;
  }
}
