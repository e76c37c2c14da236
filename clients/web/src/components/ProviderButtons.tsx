import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answer } from '../api/answer.ts';
import * as identity from '../api/identity.ts';
import { Button } from './Button.tsx';
import { Failure } from './Failure.tsx';

interface ProviderButtonsProps {
  readonly label: (provider: string) => string;
  /** Asks the server where to go. */
  readonly begin: (provider: string) => Promise<Answer<identity.WayThere>>;
}

/** One button for each provider of the deployment; nothing where there is none. Choosing one leaves the page. */
export function ProviderButtons({ label, begin }: ProviderButtonsProps) {
  const providers = useSignal<readonly identity.Provider[]>([]);
  const busy = useSignal(false);
  const answer = useSignal<Answer<unknown> | undefined>(undefined);

  useEffect(() => {
    void identity.providers().then((listed) => {
      if (listed.kind === 'ok') providers.value = listed.value.providers;
    });
  }, []);

  async function choose(provider: string): Promise<void> {
    busy.value = true;
    const way = await begin(provider);
    answer.value = way;
    if (way.kind === 'ok') location.assign(way.value.address);
    else busy.value = false;
  }

  if (providers.value.length === 0) return null;
  return (
    <div class="stack">
      {providers.value.map((provider) => (
        <Button key={provider.name} disabled={busy.value} onClick={() => void choose(provider.name)}>
          {label(provider.displayName)}
        </Button>
      ))}
      <Failure answer={answer.value} />
    </div>
  );
}
