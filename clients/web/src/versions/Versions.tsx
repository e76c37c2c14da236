import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answer } from '../api/answer.ts';
import type { Fields, Item } from '../api/items.ts';
import * as release from '../api/release.ts';
import type { ItemVersion } from '../api/release.ts';
import { Failure } from '../components/Failure.tsx';
import { fieldLabel } from '../components/fieldLabel.ts';
import { FieldValue } from '../components/FieldValue.tsx';
import { TwoClocks } from '../components/TwoClocks.tsx';
import { t } from '../i18n/index.ts';
import { wordsOf } from '../i18n/wordsOf.ts';
import { arVersions } from './arVersions.ts';
import { stepsOf, type Step } from './differences.ts';
import { enVersions } from './enVersions.ts';

const say = wordsOf(enVersions, arVersions);

/** What the versions of an own item changed, newest first, with what stood there before. */
export function Versions({ item }: { readonly item: Item }) {
  const answer = useSignal<Answer<{ readonly versions: readonly ItemVersion[] }> | undefined>(undefined);

  useEffect(() => {
    void release.history(item.item).then((found) => (answer.value = found));
  }, [item.item]);

  const found = answer.value;
  if (found === undefined) return <p class="muted">{t('channel.loading')}</p>;
  if (found.kind !== 'ok') return <Failure answer={found} />;
  const steps = stepsOf(found.value.versions, item.kind);
  return (
    <>
      {steps.length < 2 && <p class="muted">{say('only')}</p>}
      <ol class="explained">
        {steps.map((step) => (
          <li key={step.at + String(step.number)} class="stack-tight">
            <p class="row">
              <strong>{say(step.isOwnSide ? 'ownSide' : 'version', { n: step.number })}</strong>
              <TwoClocks at={step.at} />
            </p>
            {step.differences.length === 0 ? (
              <p class="muted">{say('first')}</p>
            ) : (
              <Changes step={step} kind={item.kind} />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function Changes({ step, kind }: { readonly step: Step; readonly kind: string }) {
  return (
    <dl class="fields">
      {step.differences.map(({ name }) => (
        <div key={name} class="field-row">
          <dt>{fieldLabel(name, kind)}</dt>
          <dd class="stack-tight">
            <div class="muted">
              {say('before')} <Said name={name} fields={step.before} kind={kind} />
            </div>
            <div>
              {say('since')} <Said name={name} fields={step.fields} kind={kind} />
            </div>
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface SaidProps {
  readonly name: string;
  readonly fields: Fields;
  readonly kind: string;
}

function Said({ name, fields, kind }: SaidProps) {
  const value = fields[name];
  const isUnsaid =
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (isUnsaid) return <>{say('unsaid')}</>;
  return <FieldValue name={name} value={value} kind={kind} timeKnown={fields['timeKnown'] !== false} />;
}
