import type { ComponentChildren } from 'preact';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '../api/problem.ts';
import { t } from '../i18n/index.ts';
import { lastingDraft } from '../state/drafts.ts';
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
  /** A step that somebody asked for from within another one; a new object each time. */
  readonly lead?: Lead | undefined;
  /** Under which the step that one is at is kept over a reload. */
  readonly place?: string | undefined;
}

export interface Lead {
  readonly step: string;
}

/** A form in steps. Phones show one step at a time, desktops all of them; the style sheet decides, the words stay. */
export function Steps({ label, steps, problem, lead, place }: StepsProps) {
  const here = useSignal(0);
  const step = place === undefined ? here : lastingDraft(`${place} step`, 0);
  const last = steps.length - 1;
  const current = Math.min(step.value, last);
  const top = useRef<HTMLFormElement>(null);
  const led = useRef(lead);

  useEffect(() => {
    const wrong = steps.findIndex((each) => each.wrong);
    if (problem !== undefined && wrong >= 0) step.value = wrong;
  }, [problem]);

  useEffect(() => {
    const wanted = steps.findIndex((each) => each.name === lead?.step);
    if (wanted < 0 || led.current === lead) return;
    step.value = wanted;
    if (wanted !== current) return; // Nothing in it takes the focus before it is on show.
    led.current = lead;
    const section = top.current?.querySelectorAll('.question-group')[wanted];
    (section?.querySelector<HTMLElement>('[aria-invalid=true]') ?? section?.querySelector<HTMLElement>('h2'))?.focus();
  }, [lead, current]);

  function turn(by: 1 | -1): void {
    step.value = Math.max(0, Math.min(current + by, last));
    top.current?.scrollIntoView({ block: 'start' });
  }

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
          <h2 tabIndex={-1}>{each.title}</h2>
          {each.content}
        </section>
      ))}
      <div class="steps row">
        <Button
          disabled={current === 0}
          onClick={() => {
            turn(-1);
          }}
        >
          {t('form.back')}
        </Button>
        {current < last && (
          <Button
            kind="primary"
            onClick={() => {
              turn(1);
            }}
          >
            {t('form.next')}
          </Button>
        )}
      </div>
    </form>
  );
}
