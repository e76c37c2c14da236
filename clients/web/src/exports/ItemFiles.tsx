import { useSignal } from '@preact/signals';
import { takeOne } from '../api/exports.ts';
import type { Answer } from '../api/answer.ts';
import type { Item } from '../api/items.ts';
import { formatsFor, type Format } from './formats.ts';
import { isOwnOrganisation } from '../state/channelItems.ts';
import { ownAudience } from '../state/store.ts';
import { NoFile } from './NoFile.tsx';
import { say } from './words.ts';
import { Button } from '../components/Button.tsx';
import { sideOf } from '../components/parties.ts';
import { save } from '../components/save.ts';

/** Takes an item out as a file. What is not for export says so; every file is on record before it leaves. */
export function ItemFiles({ item }: { readonly item: Item }) {
  const busy = useSignal(false);
  const failed = useSignal<Answer<unknown> | undefined>(undefined);

  async function take(format: Format): Promise<void> {
    busy.value = true;
    const answer = await takeOne(item.item, format.name);
    busy.value = false;
    failed.value = answer;
    if (answer.kind === 'ok') save(URL.createObjectURL(answer.value), format.file);
  }

  const offered = formatsFor(item.kind, sideOf(ownAudience.value) === 'security').filter(
    ({ name }) => name !== 'template' || isOwnOrganisation(item),
  );
  return (
    <div class="stack-tight">
      {item.marking.caveats.includes('no-export') ? (
        <p>{say('item.never')}</p>
      ) : (
        <>
          <p class="muted">{say('item.what')}</p>
          <div class="row">
            {offered.map((format) => (
              <Button key={format.name} kind="quiet" disabled={busy.value} onClick={() => void take(format)}>
                {say(format.label)}
              </Button>
            ))}
          </div>
        </>
      )}
      <NoFile answer={failed.value} item />
    </div>
  );
}
