import type { Answer } from '../api/answer.ts';
import { Failure } from '../components/Failure.tsx';
import { t } from '../i18n/index.ts';
import { hrefOf } from '../state/route.ts';
import { say } from './words.ts';

const secondPersonNeeded = 'CG-4052';
const own = ['CG-4050', 'CG-4051', secondPersonNeeded, 'CG-4053'] as const;

interface NoFileProps {
  readonly answer: Answer<unknown> | undefined;
  /** Of one item: what it lacks, or the way to a second person. */
  readonly item?: boolean;
}

/** Why there is no file. Whether the server said no is told apart from whether it was reached at all. */
export function NoFile({ answer, item = false }: NoFileProps) {
  const code = answer?.kind === 'refused' ? answer.problem.code : undefined;
  const known = own.find((each) => each === code);
  const lacks = item && (code === 'CG-2004' || code === 'CG-1002');
  if (known === undefined && !lacks) return <Failure answer={answer} />;
  return (
    <div class="failure" role="alert">
      <p>{known === undefined ? say('item.refused') : say(`error.${known}`)}</p>
      {item && known === secondPersonNeeded && (
        <p>
          <a href={hrefOf({ name: 'takeOut', of: 'sites' })}>{t('export.many')}</a>
        </p>
      )}
    </div>
  );
}
