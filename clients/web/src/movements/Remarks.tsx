import type { Problem } from '../api/problem.ts';
import { Button } from '../components/Button.tsx';
import { maybe, t } from '../i18n/index.ts';
import { fieldIn, stepOf, type StepName } from './stepFields.ts';

interface RemarksProps {
  /** Why there is no preview. */
  readonly problem: Problem | undefined;
  readonly onGo: (step: StepName) => void;
}

/** What the preview found to correct, each with the name it has on screen and the way to its step, which may be hidden on a phone. */
export function Remarks({ problem, onGo }: RemarksProps) {
  const remarks = Object.entries(problem?.errors ?? {});
  if (remarks.length === 0) return null;
  return (
    <div class="warning stack-tight" role="alert">
      <p>{t('movement.remarks.title')}</p>
      <ul class="bullets">
        {remarks.map(([path, sentences]) => (
          <li key={path} class="stack-tight">
            <Remark path={path} sentences={sentences} onGo={onGo} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Remark({
  path,
  sentences,
  onGo,
}: {
  readonly path: string;
  readonly sentences: readonly string[];
  readonly onGo: (step: StepName) => void;
}) {
  const step = stepOf(path);
  const hint = maybe(`hint.${fieldIn(path)}`, '');
  return (
    <>
      <p>
        {labelOf(fieldIn(path))}: <bdi>{sentences.join(' ')}</bdi>
      </p>
      {hint !== '' && <p>{hint}</p>}
      {step !== undefined && (
        <Button
          onClick={() => {
            onGo(step);
          }}
        >
          {t('movement.remarks.go', { step: t(`movement.step.${step}`) })}
        </Button>
      )}
    </>
  );
}

function labelOf(field: string): string {
  const [, list, index] = /^(route|vehicles)\[(\d+)\]/.exec(field) ?? [];
  if (list === 'route') return t('movement.stop', { n: Number(index) + 1 });
  if (list === 'vehicles') return t('movement.vehicle', { n: Number(index) + 1 });
  const [whole = field] = /^\w+/.exec(field) ?? [];
  return whole === 'callContact' ? t('movement.contact') : maybe(`field.${whole}`, field);
}
