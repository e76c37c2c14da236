import type { ComponentChildren } from 'preact';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '../api/problem.ts';
import { t } from '../i18n/index.ts';
import { Button } from './Button.tsx';

/** Questions that stand on one screen of a phone. */
export interface Step {
  readonly name: string;
  readonly title: string;
  /** Whether something in it needs correcting. */
  readonly wrong: boolean;
  readonly content: ComponentChildren;
}

interface StepsProps {
  readonly label: string;
  readonly steps: readonly Step[];
  /** What the server had to say; the first step that it concerns comes up. */
  readonly problem: Problem | undefined;
}

/** A form in steps. Phones show one step at a time, desktops all of them; the style sheet decides, the words stay. */
export function Steps({ label, steps, problem }: StepsProps) {
  const step = useSignal(0);
  const last = steps.length - 1;
  const current = Math.min(step.value, last);
  const top = useRef<HTMLFormElement>(null);

  useEffect(() => {
    const wrong = steps.findIndex((each) => each.wrong);
    if (problem !== undefined && wrong >= 0) step.value = wrong;
  }, [problem]);

  function turn(to: number): void {
    step.value = Math.max(0, Math.min(to, last));
    top.current?.scrollIntoView({ block: 'start' });
  }

  // What needs correcting may stand on a step that a phone does not show.
  const elsewhere = steps.map((each, index) => ({ ...each, index })).filter((each) => each.wrong && each.index !== current);

  return (
    <form
      class="incident-form"
      ref={top}
      onSubmit={(event) => {
        event.preventDefault();
      }}
      aria-label={label}
    >
      <p class="step-count" role="status">
        {t('form.step', { i: current + 1, n: steps.length })}
      </p>
      {steps.map((each, index) => (
        <section key={each.name} class="question-group stack" data-current={index === current} aria-label={each.title}>
          <h2>{each.title}</h2>
          {each.content}
        </section>
      ))}
      {elsewhere.map((each) => (
        <p key={each.name} class="step-elsewhere">
          <Button
            onClick={() => {
              turn(each.index);
            }}
          >
            {t('form.toStep', { title: each.title })}
          </Button>
        </p>
      ))}
      <div class="steps row">
        <Button
          disabled={current === 0}
          onClick={() => {
            turn(current - 1);
          }}
        >
          {t('form.back')}
        </Button>
        {current < last && (
          <Button
            kind="primary"
            onClick={() => {
              turn(current + 1);
            }}
          >
            {t('form.next')}
          </Button>
        )}
      </div>
    </form>
  );
}
