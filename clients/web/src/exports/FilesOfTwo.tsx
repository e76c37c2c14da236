import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answer } from '../api/answer.ts';
import { Button } from '../components/Button.tsx';
import { Failure } from '../components/Failure.tsx';
import { filesOfTwo, loadFilesOfTwo } from '../state/exportRequests.ts';
import { store } from '../state/store.ts';
import { AskedFile, OwnFile } from './FileCard.tsx';
import { say } from './words.ts';

const lookEvery = 30_000;

/** Files that take two people: what waits for this person, and what this person asked for and how far it is. */
export function FilesOfTwo() {
  const answer = useSignal<Answer<unknown> | undefined>(undefined);
  const confirmed = useSignal(false);
  const look = async () => {
    answer.value = await loadFilesOfTwo();
  };

  useEffect(() => void look(), []);
  // Nothing says live that a second person has confirmed.
  useEffect(() => {
    const looking = setInterval(() => {
      const waits = filesOfTwo.value.own.some(({ state }) => state === 'waiting');
      if (waits && !store.slow.value && !document.hidden) void look();
    }, lookEvery);
    return () => {
      clearInterval(looking);
    };
  }, []);

  const { own, waiting } = filesOfTwo.value;
  const known = answer.value?.kind === 'ok' || own.length + waiting.length > 0;
  return (
    <div class="stack">
      <Failure answer={answer.value} />
      <p role="status">{confirmed.value && say('confirmed')}</p>
      {known && (
        <>
          <h2>{say('waiting.title')}</h2>
          {waiting.length === 0 ? <p class="empty">{say('waiting.none')}</p> : <p>{say('waiting.what')}</p>}
          {waiting.map((each) => (
            <AskedFile
              key={each.request}
              request={each}
              onConfirmed={() => {
                confirmed.value = true;
                void look();
              }}
            />
          ))}
          <h2>{say('own.title')}</h2>
          {own.length === 0 && <p class="empty">{say('own.none')}</p>}
          {own.map((each) => (
            <OwnFile key={each.request} request={each} onFetched={() => void look()} />
          ))}
        </>
      )}
      <p>
        <Button kind="quiet" onClick={() => void look()}>
          {say('again')}
        </Button>
      </p>
    </div>
  );
}
