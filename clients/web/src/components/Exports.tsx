import { useSignal } from '@preact/signals';
import { takeOne } from '../api/exports.ts';
import type { Item } from '../api/items.ts';
import { formatsFor, type Format } from '../exports/formats.ts';
import { t } from '../i18n/index.ts';
import { isOwnOrganisation } from '../state/channelItems.ts';
import { hrefOf } from '../state/route.ts';
import { ownAudience } from '../state/store.ts';
import { Button } from './Button.tsx';
import { sentenceFor, type Failed } from './failureSentence.ts';
import { sideOf } from './parties.ts';
import { save } from './save.ts';

const secondPersonNeeded = 'CG-4052';

/** Takes an item out as a file. What is not for export says so; every file is on record before it leaves. */
export function Exports({ item }: { readonly item: Item }) {
  const busy = useSignal(false);
  const failed = useSignal<Failed | undefined>(undefined);

  async function take(format: Format): Promise<void> {
    busy.value = true;
    const answer = await takeOne(item.item, format.name);
    busy.value = false;
    failed.value = answer.kind === 'ok' ? undefined : answer;
    if (answer.kind === 'ok') save(URL.createObjectURL(answer.value), format.file);
  }

  const offered = formatsFor(item.kind, sideOf(ownAudience.value) === 'security').filter(
    ({ name }) => name !== 'template' || isOwnOrganisation(item),
  );
  return (
    <details>
      <summary>{t('export.title')}</summary>
      <div class="stack-tight">
        {item.marking.caveats.includes('no-export') ? (
          <p>{t('export.never')}</p>
        ) : (
          <>
            <p class="muted">{t('export.what')}</p>
            <div class="row">
              {offered.map((format) => (
                <Button key={format.name} kind="quiet" disabled={busy.value} onClick={() => void take(format)}>
                  {t(format.label)}
                </Button>
              ))}
            </div>
          </>
        )}
        {failed.value !== undefined && <NoFile failed={failed.value} />}
      </div>
    </details>
  );
}

/** Whether the server said no is told apart from whether it was reached at all. */
function NoFile({ failed }: { readonly failed: Failed }) {
  const code = failed.kind === 'refused' ? failed.problem.code : undefined;
  return (
    <div class="warning" role="alert">
      <p>{code === 'CG-2004' || code === 'CG-1002' ? t('export.refused') : sentenceFor(failed)}</p>
      {code === secondPersonNeeded && (
        <p>
          <a href={hrefOf({ name: 'takeOut', of: 'sites' })}>{t('export.many')}</a>
        </p>
      )}
    </div>
  );
}
