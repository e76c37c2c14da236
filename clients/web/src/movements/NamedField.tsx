import { Checkbox } from '../components/Checkbox.tsx';
import { audienceName } from '../components/parties.ts';
import { t } from '../i18n/index.ts';

/** Audiences to tell, and whether consent was given for each. */
export type Named = Readonly<Record<string, boolean>>;

interface NamedFieldProps {
  /** What is notified: a consent names what its force gets. */
  readonly words: 'movement' | 'site';
  /** Who can be told in this channel. */
  readonly forces: readonly string[];
  readonly named: Named;
  /** Later, somebody can be left out and nobody added. */
  readonly amending: boolean;
  readonly error: string | undefined;
  readonly onChange: (named: Named) => void;
}

/** Who is told, each for itself and with a consent of its own. Nobody is chosen beforehand, and there is no choice of all. */
export function NamedField({ words, forces, named, amending, error, onChange }: NamedFieldProps) {
  const all = [...new Set([...forces, ...Object.keys(named)])].sort();
  return (
    <fieldset class="stack-tight">
      <legend class="legend">{t('movement.named')}</legend>
      <p class="hint">{amending ? t(`${words}.named.amending`) : t('movement.named.hint')}</p>
      {all.length === 0 && !amending && <p class="note">{t('movement.named.none')}</p>}
      {all.map((audience) => (
        <div key={audience} class="named">
          <Checkbox
            checked={audience in named}
            onChange={(on) => {
              const { [audience]: _, ...others } = named;
              onChange(on ? { ...others, [audience]: false } : others);
            }}
          >
            {t('movement.named.tell', { audience: audienceName(audience) })}
          </Checkbox>
          {audience in named && (
            <Checkbox
              checked={named[audience] === true}
              onChange={(on) => {
                onChange({ ...named, [audience]: on });
              }}
            >
              {t(`${words}.named.consent`, { audience: audienceName(audience) })}
            </Checkbox>
          )}
        </div>
      ))}
      {error !== undefined && (
        <p class="field-error">
          <bdi>{error}</bdi>
        </p>
      )}
    </fieldset>
  );
}
