import type { AudienceView } from '../api/release.ts';
import { AudienceChip } from '../components/AudienceChip.tsx';
import { Checkbox } from '../components/Checkbox.tsx';
import { Radios } from '../components/Radios.tsx';
import { isOwnSide } from '../components/parties.ts';
import { t } from '../i18n/index.ts';
import { me, ownAudience } from '../state/store.ts';
import { atomFor, type ReleaseChoice } from './releaseChoice.ts';

interface ReleaseChoiceFieldProps {
  readonly choice: ReleaseChoice;
  /** Audiences the author may know of, from the last preview. */
  readonly views: readonly AudienceView[];
  readonly onChange: (choice: ReleaseChoice) => void;
}

export function ReleaseChoiceField({ choice, views, onChange }: ReleaseChoiceFieldProps) {
  const side = me.value?.side ?? 'humanitarian';
  const others = views.filter((view) => !isOwnSide(view.audience, ownAudience.value));
  const atoms = choice.kind === 'chosen' ? choice.atoms : [];

  function choose(kind: ReleaseChoice['kind']): void {
    onChange(kind === 'chosen' ? { kind, atoms: [] } : { kind });
  }

  return (
    <div class="stack-tight">
      <Radios
        legend={t('composer.who')}
        value={choice.kind}
        options={[
          { value: 'organisation', label: t('composer.who.organisation') },
          { value: 'side', label: t('composer.who.side', { side: t(`side.${side}`) }) },
          { value: 'all', label: t('composer.who.all') },
          { value: 'chosen', label: t('composer.who.chosen') },
        ]}
        onChange={choose}
      />
      {choice.kind === 'chosen' && (
        <fieldset>
          <legend class="visually-hidden">{t('composer.who.chosen')}</legend>
          {others.length === 0 && <p class="hint">{t('composer.who.noOthers')}</p>}
          <div class="row">
            {others.map((view) => {
              const atom = atomFor(view.audience);
              return (
                <Checkbox
                  key={atom}
                  checked={atoms.includes(atom)}
                  onChange={(on) => {
                    onChange({ kind: 'chosen', atoms: on ? [...atoms, atom] : atoms.filter((a) => a !== atom) });
                  }}
                >
                  <AudienceChip audience={view.audience} label={view.label} />
                </Checkbox>
              );
            })}
          </div>
        </fieldset>
      )}
    </div>
  );
}
