import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { TextField } from '../components/TextField.tsx';
import { Button } from '../components/Button.tsx';
import { t } from '../i18n/index.ts';
import { MapDoor } from '../map/MapDoor.tsx';
import { hasMgrs, loadMgrs, positionOf } from './mgrs.ts';
import { PositionText } from './PositionText.tsx';
import { readPosition, type Position, type PositionFault } from './readPosition.ts';

interface PositionInputProps {
  readonly label: string;
  readonly value?: Position | undefined;
  /** Undefined while nothing is typed, or nothing that names a place. With what was typed, for a draft that keeps it. */
  readonly onChange: (value: Position | undefined, written: string) => void;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** What was typed before, when it was kept. */
  readonly written?: string | undefined;
}

/** From here on a place is named so roughly that it is said, in metres. */
const rough = 100;

/** One line for a position, in whichever of the usual ways it comes: decimal degrees, degrees with minutes and seconds, MGRS, or chosen on a map. */
export function PositionInput({ label, value, onChange, error, required, written }: PositionInputProps) {
  const text = useSignal(written ?? wordsOf(value));
  const broken = useSignal<PositionFault | undefined>(undefined);
  const choosing = useSignal(false);
  const door = useRef<HTMLSpanElement>(null);
  const told = useRef(value);
  const tell = useRef(onChange);
  tell.current = onChange;

  // Another value than the one that was told comes from elsewhere: the form was filled anew.
  useEffect(() => {
    if (same(told.current, value)) return;
    told.current = value;
    text.value = wordsOf(value);
    broken.value = undefined;
  }, [value?.lat, value?.lon]);

  // What was kept and not yet worked out, as when the page was loaded anew meanwhile.
  useEffect(() => {
    if (value === undefined && text.peek() !== '') read(text.peek());
  }, []);

  function say(position: Position | undefined, fault?: PositionFault): void {
    told.current = position;
    broken.value = fault;
    tell.current(position, text.value);
  }

  function read(next: string): void {
    text.value = next;
    const found = readPosition(next);
    if (found.kind === 'position') say(found.position);
    else if (found.kind === 'fault') say(undefined, found.fault);
    else if (found.kind === 'nothing') say(undefined);
    else if (hasMgrs()) sayReference(found.reference);
    else {
      say(undefined);
      void loadMgrs().then((there) => {
        if (text.value !== next) return; // typed on meanwhile
        if (there) sayReference(found.reference);
        else say(undefined, 'notLoaded');
      });
    }
  }

  function sayReference(reference: string): void {
    const position = positionOf(reference);
    say(position, position === undefined ? 'mgrs' : undefined);
  }

  const found = readPosition(text.value);
  const wrong = broken.value ?? (found.kind === 'fault' ? found.fault : undefined);
  const grain = 'grain' in found && value !== undefined && found.grain >= rough ? found.grain : undefined;
  const shown = wrong === undefined ? error : t(`position.fault.${wrong}`);
  return (
    <div class="position-input stack-tight">
      <TextField
        label={label}
        hint={t('position.hint')}
        value={text.value}
        dir="ltr"
        max={80}
        {...(required === undefined ? {} : { required })}
        {...(shown === undefined ? {} : { error: shown })}
        onInput={read}
      />
      {value !== undefined && (
        <p class="hint" role="status">
          {t('position.read')} <PositionText lat={value.lat} lon={value.lon} />
        </p>
      )}
      <span ref={door}>
        <Button kind="quiet" expanded={choosing.value} onClick={() => (choosing.value = !choosing.value)}>
          {choosing.value ? t('map.close') : t('map.choose')}
        </Button>
      </span>
      {choosing.value && (
        <MapDoor>
          {({ PickMap }) => (
            <PickMap
              label={label}
              value={value}
              onTake={(chosen) => {
                read(chosen);
                choosing.value = false;
                door.current?.querySelector('button')?.focus(); // what had the focus is gone
              }}
            />
          )}
        </MapDoor>
      )}
      {grain !== undefined && <p class="late">{t('position.rough', { n: Math.round(grain) })}</p>}
    </div>
  );
}

function wordsOf(value: Position | undefined): string {
  return value === undefined ? '' : `${String(value.lat)}, ${String(value.lon)}`;
}

function same(a: Position | undefined, b: Position | undefined): boolean {
  return a?.lat === b?.lat && a?.lon === b?.lon;
}
