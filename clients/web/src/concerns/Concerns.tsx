import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answer } from '../api/answer.ts';
import type { Concern } from '../api/concerns.ts';
import * as api from '../api/concerns.ts';
import { Button } from '../components/Button.tsx';
import { Failure } from '../components/Failure.tsx';
import { Moment } from '../components/Moment.tsx';
import { t } from '../i18n/index.ts';
import { AddConcern } from './AddConcern.tsx';

interface ConcernsProps {
  /** Called once there is one more or one less. */
  readonly onChanged: () => void;
}

/** Areas and times that a force keeps an eye on, for itself alone. */
export function Concerns({ onChanged }: ConcernsProps) {
  const kept = useSignal<readonly Concern[]>([]);
  const answer = useSignal<Answer<unknown> | undefined>(undefined);

  async function load(): Promise<void> {
    const found = await api.concerns();
    answer.value = found;
    if (found.kind === 'ok') kept.value = found.value.concerns;
  }

  async function remove(id: string): Promise<void> {
    const gone = await api.removeConcern(id);
    answer.value = gone;
    if (gone.kind === 'ok') await changed();
  }

  async function changed(): Promise<void> {
    await load();
    onChanged();
  }

  useEffect(() => void load(), []);

  return (
    <div class="stack-tight">
      <p class="hint">{t('concern.what')}</p>
      <Failure answer={answer.value} />
      <ul class="rows">
        {kept.value.map((concern) => (
          <li key={concern.id} class="row">
            <span class="user-text" dir="auto">
              {concern.note}
            </span>
            <span class="muted">
              <Moment at={concern.from} /> – <Moment at={concern.until} />
            </span>
            <Button kind="quiet" onClick={() => void remove(concern.id)}>
              {t('concern.remove', { note: concern.note })}
            </Button>
          </li>
        ))}
      </ul>
      <AddConcern onAdded={() => void changed()} />
    </div>
  );
}
