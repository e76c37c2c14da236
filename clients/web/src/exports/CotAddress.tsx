import { addressOf, type ExportQuery } from '../api/exports.ts';
import { say } from './words.ts';

/** Where the systems of a force fetch Cursor on Target: asked for, never sent. */
export function CotAddress({ query }: { readonly query: ExportQuery }) {
  return (
    <section class="stack-tight" aria-label={say('cot.title')}>
      <h2>{say('cot.title')}</h2>
      <p>{say('cot.what')}</p>
      <p>
        {say('cot.address')}
        <bdi dir="ltr" class="code address">
          {location.origin + addressOf('cot', query)}
        </bdi>
      </p>
      <p>
        {say('cot.program')}
        <bdi dir="ltr" class="code address">
          {commandOf(query)}
        </bdi>
      </p>
    </section>
  );
}

function commandOf({ kind, channel, from, to, status }: ExportQuery): string {
  const options = Object.entries({ kind, channel, from, to, status });
  return ['contactgroup export cot']
    .concat(options.flatMap(([name, value]) => (value === undefined ? [] : [`--${name} ${value}`])))
    .join(' ');
}
