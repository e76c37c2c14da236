import type { Problem } from '../api/problem.ts';
import { maybe, t } from '../i18n/index.ts';
import { Button } from './Button.tsx';
import { fieldIn } from './fieldPath.ts';

/** The step of a form that asks for a field. */
export interface RemarkStep {
  readonly name: string;
  readonly title: string;
}

interface RemarksProps {
  /** Why there is no preview. */
  readonly problem: Problem | undefined;
  /** The step that asks for a field or a part of it; undefined for what the form does not ask. */
  readonly stepOf: (path: string) => RemarkStep | undefined;
  /** The name that a field or a part of it has on screen. */
  readonly labelOf: (field: string) => string;
  readonly onGo: (step: string) => void;
}

/** What the preview found to correct, each with the name it has on screen and the way to its step, which may be hidden on a phone. */
export function Remarks({ problem, ...words }: RemarksProps) {
  const remarks = Object.entries(problem?.errors ?? {});
  if (remarks.length === 0) return null;
  return (
    <div class="warning stack-tight" role="alert">
      <p>{t('movement.remarks.title')}</p>
      <ul class="bullets">
        {remarks.map(([path, sentences]) => (
          <li key={path} class="stack-tight">
            <Remark path={path} sentences={sentences} {...words} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface RemarkProps extends Omit<RemarksProps, 'problem'> {
  readonly path: string;
  readonly sentences: readonly string[];
}

function Remark({ path, sentences, stepOf, labelOf, onGo }: RemarkProps) {
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
            onGo(step.name);
          }}
        >
          {t('movement.remarks.go', { step: step.title })}
        </Button>
      )}
    </>
  );
}
