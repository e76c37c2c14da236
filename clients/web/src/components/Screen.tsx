import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { t } from '../i18n/index.ts';
import { Button } from './Button.tsx';

interface ScreenProps {
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
  /** What stands beside the content on wide screens and behind a button on narrow ones. */
  readonly context?: ComponentChildren;
  readonly contextLabel?: string;
}

export function Screen({ title, children, context, contextLabel }: ScreenProps) {
  const open = useSignal(false);
  return (
    <div class={context === undefined ? 'screen' : 'screen screen-with-context'}>
      <div class="screen-content">
        <header class="screen-header">
          <h1>{title}</h1>
          {context !== undefined && (
            <span class="context-toggle">
              <Button kind="quiet" expanded={open.value} onClick={() => (open.value = !open.value)}>
                {contextLabel ?? t('screen.about')}
              </Button>
            </span>
          )}
        </header>
        {context !== undefined && open.value && <div class="context-inline">{context}</div>}
        {children}
      </div>
      {context !== undefined && (
        <aside class="context-pane" aria-label={contextLabel ?? t('screen.about')}>
          {context}
        </aside>
      )}
    </div>
  );
}
