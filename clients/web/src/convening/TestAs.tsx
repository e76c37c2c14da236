import { useSignal } from '@preact/signals';
import type { Item } from '../api/items.ts';
import type { Answer } from '../api/answer.ts';
import * as release from '../api/release.ts';
import type { Tested } from '../api/release.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../components/Button.tsx';
import { Failure } from '../components/Failure.tsx';
import { FieldList } from '../components/FieldList.tsx';
import { audienceName } from '../components/parties.ts';
import { said } from '../components/said.ts';
import { SelectField } from '../components/SelectField.tsx';
import { useCommand } from '../components/useCommand.ts';
import { postures } from './PostureField.tsx';

/** What an audience gets of an item and why, for a coordinator: never more than they hold themselves. */
export function TestAs({ item, audiences }: { readonly item: Item; readonly audiences: readonly string[] }) {
  const command = useCommand();
  const audience = useSignal('');
  const posture = useSignal('');
  const tested = useSignal<Answer<Tested> | undefined>(undefined);

  async function test(): Promise<void> {
    const [as, how] = [audience.value, postures.find((each) => each === posture.value)];
    tested.value = await command.send({ as, how, at: item.revision }, (key) => release.testAs(as, item.item, how, key));
  }

  if (audiences.length === 0) return null;
  const found = tested.value?.kind === 'ok' ? tested.value.value : undefined;
  return (
    <details>
      <summary>{t('testAs.title')}</summary>
      <div class="stack-tight">
        <SelectField
          label={t('testAs.audience')}
          value={audience.value}
          none={t('widening.choose')}
          options={audiences.map((each) => ({ value: each, label: audienceName(each) }))}
          onChange={(value) => (audience.value = value)}
        />
        <SelectField
          label={t('testAs.posture')}
          value={posture.value}
          none={t('testAs.present')}
          options={postures.map((each) => ({ value: each, label: t(`testAs.in.${each}`) }))}
          onChange={(value) => (posture.value = value)}
        />
        <div class="row">
          <Button disabled={command.busy.value || audience.value === ''} onClick={() => void test()}>
            {t('testAs.show')}
          </Button>
        </div>
        <Failure answer={command.answer.value} />
        {found !== undefined && <Result tested={found} kind={item.kind} />}
      </div>
    </details>
  );
}

function Result({ tested, kind }: { readonly tested: Tested; readonly kind: string }) {
  return (
    <div class="stack-tight" role="status">
      <p dir="auto">{said(tested)}</p>
      {tested.now ? (
        <>
          <h4>{t('testAs.now', { audience: audienceName(tested.audience) })}</h4>
          <FieldList fields={tested.now} kind={kind} />
        </>
      ) : null}
      {tested.afterReview ? (
        <>
          <h4>{t('testAs.after', { audience: audienceName(tested.audience) })}</h4>
          <FieldList fields={tested.afterReview} kind={kind} />
        </>
      ) : null}
      <ul class="explained">
        {tested.because.map((reason) => (
          <li key={reason.rule} dir="auto">
            {said(reason)}
          </li>
        ))}
      </ul>
    </div>
  );
}
