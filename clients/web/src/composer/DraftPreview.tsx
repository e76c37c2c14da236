import type { KnownKind } from '../api/items.ts';
import { Failure } from '../components/Failure.tsx';
import { t } from '../i18n/index.ts';
import { PreviewTabs } from './PreviewTabs.tsx';
import type { PreviewState } from './usePreview.ts';

interface DraftPreviewProps {
  readonly state: PreviewState;
  readonly kind: KnownKind;
  /** The rules or the audience changed between reading and sending. */
  readonly changed: boolean;
}

export function DraftPreview({ state, kind, changed }: DraftPreviewProps) {
  return (
    <section class="stack-tight" aria-label={t('preview.title')}>
      {changed && (
        <p class="warning" role="alert">
          {t('preview.changed')}
        </p>
      )}
      <Body state={state} kind={kind} />
    </section>
  );
}

function Body({ state, kind }: Pick<DraftPreviewProps, 'state' | 'kind'>) {
  switch (state.kind) {
    case 'none':
      return null;
    case 'loading':
      return <p class="muted">{t('preview.loading')}</p>;
    case 'ready':
      return <PreviewTabs views={state.preview.views} kind={kind} />;
    case 'failed':
      return <Failure answer={state.answer} words={t('error.wordsKept')} />;
  }
}
