import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Button } from '../components/Button.tsx';
import { TextArea } from '../components/TextArea.tsx';
import { t } from '../i18n/index.ts';
import { say } from './formWords.ts';
import { DrawnLine } from './DrawnLine.tsx';
import { lineIn, mostPositions, mostTogether, type Line, type LineFound } from './lineFile.ts';

/** Other ways that may be given. Twin: RouteLines of the movements service. */
const mostAlternates = 3;

interface RouteLinesFieldProps {
  readonly geometry: Line | undefined;
  readonly alternates: readonly Line[];
  readonly error: (name: string) => string | undefined;
  readonly onChange: (lines: { readonly geometry?: Line | undefined; readonly alternates: readonly Line[] }) => void;
}

/** How the route runs between the stops, and other ways that may be taken: from files of a map, or pasted. */
export function RouteLinesField({ geometry, alternates, error, onChange }: RouteLinesFieldProps) {
  const open = useSignal(false);
  if (!open.value && geometry === undefined && alternates.length === 0) {
    return (
      <Button kind="quiet" onClick={() => (open.value = true)}>
        {say('add', { what: t('field.routeGeometry') })}
      </Button>
    );
  }
  const errorAt = (index: number) => error(`alternateRoutes[${String(index)}]`);
  // What is wrong with all of them together is said at the first.
  const errorOfAll = alternates.some((_, index) => errorAt(index) !== undefined) ? undefined : error('alternateRoutes');
  // A line is given where there is none, so that every line that there is counts beside it.
  const beside = [geometry, ...alternates].reduce((sum, line) => sum + (line?.coordinates.length ?? 0), 0);
  return (
    <>
      <LineField
        legend={t('field.routeGeometry')}
        hint={say('line.hint')}
        line={geometry}
        beside={beside}
        error={error('routeGeometry')}
        onChange={(line) => {
          onChange({ geometry: line, alternates });
        }}
      />
      {[...alternates, ...(alternates.length < mostAlternates ? [undefined] : [])].map((line, index) => (
        <LineField
          key={`${String(index)} ${line === undefined ? 'open' : 'given'}`}
          legend={say('line.alternate', { n: index + 1 })}
          hint={say('line.alternate.hint')}
          line={line}
          beside={beside}
          error={errorAt(index) ?? (index === 0 ? errorOfAll : undefined)}
          onChange={(next) => {
            const others = alternates.filter((_, number) => number !== index);
            onChange({ geometry, alternates: next === undefined ? others : [...others, next] });
          }}
        />
      ))}
    </>
  );
}

interface LineFieldProps {
  readonly legend: string;
  readonly hint: string;
  readonly line: Line | undefined;
  /** Positions of the other lines. */
  readonly beside: number;
  readonly error: string | undefined;
  readonly onChange: (line: Line | undefined) => void;
}

function LineField({ legend, hint, line, beside, error, onChange }: LineFieldProps) {
  const id = useId();
  const pasted = useSignal('');
  const wrong = useSignal<string | undefined>(undefined);

  function read(text: string): void {
    const found = lineIn(text);
    const together = beside + (found.kind === 'line' ? found.line.coordinates.length : 0);
    wrong.value =
      found.kind !== 'line'
        ? wordsFor(found)
        : together > mostTogether
          ? say('line.together', { n: together, most: mostTogether })
          : undefined;
    if (found.kind !== 'line' || together > mostTogether) return;
    pasted.value = '';
    onChange(found.line);
  }

  return (
    <fieldset class="stack-tight">
      <legend class="legend">{legend}</legend>
      {line === undefined ? (
        <>
          <p class="hint">{hint}</p>
          <input
            id={id}
            class="attach-input"
            type="file"
            accept=".geojson,.json,application/geo+json,application/json"
            onChange={(event) => {
              const input = event.currentTarget;
              const file = input.files?.[0];
              input.value = '';
              if (file !== undefined) void file.text().then(read);
            }}
          />
          <label for={id} class="button button-plain attach-button">
            {say('line.choose')}
          </label>
          <TextArea
            label={say('line.paste')}
            value={pasted.value}
            rows={2}
            {...(wrong.value === undefined ? {} : { error: wrong.value })}
            onInput={(text) => {
              pasted.value = text;
              if (text.trim() === '') wrong.value = undefined;
              else read(text);
            }}
          />
        </>
      ) : (
        <>
          <DrawnLine value={line} />
          <Button
            kind="quiet"
            onClick={() => {
              onChange(undefined);
            }}
          >
            {say('line.remove')}
          </Button>
        </>
      )}
      {error !== undefined && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

function wordsFor(found: Exclude<LineFound, { readonly kind: 'line' }>): string {
  switch (found.kind) {
    case 'none':
      return say('line.none');
    case 'several':
      return say('line.several', { n: found.count });
    case 'long':
      return say('line.long', { n: found.count, most: mostPositions });
  }
}
