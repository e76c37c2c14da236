import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { KnownKind } from '../api/items.ts';
import type { AudienceView } from '../api/release.ts';
import { Attachments } from '../components/Attachments.tsx';
import { FieldList } from '../components/FieldList.tsx';
import { audienceName, sideOf } from '../components/parties.ts';
import { SideMark } from '../components/SideMark.tsx';
import { UserText } from '../components/UserText.tsx';
import { textOf } from '../components/fieldReaders.ts';
import { locale, t } from '../i18n/index.ts';

interface PreviewTabsProps {
  readonly views: readonly AudienceView[];
  readonly kind: KnownKind;
}

/** One tab per audience with exactly what the server would give it. */
export function PreviewTabs({ views, kind }: PreviewTabsProps) {
  const id = useId();
  const chosen = useSignal(0);
  const index = Math.min(chosen.value, views.length - 1);
  const view = views[index];
  if (view === undefined) return null;

  function onKeyDown(event: KeyboardEvent): void {
    const rtl = document.documentElement.dir === 'rtl';
    const forward = event.key === (rtl ? 'ArrowLeft' : 'ArrowRight');
    const backward = event.key === (rtl ? 'ArrowRight' : 'ArrowLeft');
    if (!forward && !backward) return;
    chosen.value = (index + (forward ? 1 : -1) + views.length) % views.length;
    document.getElementById(`${id}-tab-${String(chosen.value)}`)?.focus();
  }

  return (
    <div class="preview">
      <div role="tablist" class="tabs" aria-label={t('preview.title')} onKeyDown={onKeyDown}>
        {views.map((each, number) => (
          <button
            key={each.audience}
            id={`${id}-tab-${String(number)}`}
            type="button"
            role="tab"
            class={`tab outcome-${each.outcome}`}
            aria-selected={number === index}
            aria-controls={`${id}-panel`}
            tabIndex={number === index ? 0 : -1}
            onClick={() => (chosen.value = number)}
          >
            <SideMark side={sideOf(each.audience)} />
            <span>{audienceName(each.audience, each.label)}</span>
            <span class="outcome">{t(`outcome.${each.outcome}`)}</span>
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-tab-${String(index)}`}
        class="preview-panel"
        tabIndex={0}
      >
        <p class={view.outcome === 'shown' ? 'muted' : 'warning'} dir="auto">
          {sentenceOf(view)}
        </p>
        {view.view &&
          view.outcome !== 'withheld' &&
          (kind === 'message' ? <MessageView view={view} /> : <FieldList fields={view.view} kind={kind} />)}
      </div>
    </div>
  );
}

/** The server's own sentence in English, which may say more; ours in other languages. */
function sentenceOf(view: AudienceView): string {
  return locale() === 'en'
    ? view.sentence
    : t(`preview.${view.outcome}`, { audience: audienceName(view.audience, view.label) });
}

function MessageView({ view }: { readonly view: AudienceView }) {
  const text = textOf(view.view?.['text']);
  return (
    <>
      {text === undefined ? <p class="muted">{t('preview.noText')}</p> : <UserText text={text} />}
      <Attachments value={view.view?.['attachments']} />
    </>
  );
}
