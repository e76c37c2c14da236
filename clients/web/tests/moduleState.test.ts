import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '../src');

/** State outside of every component that is nobody's in particular. Whoever adds one says why it may outlive a session. */
const everybodys: Readonly<Record<string, string>> = {
  'api/http.ts': 'who listens to answers',
  'api/sessionNumber.ts': 'the number itself',
  'i18n/index.ts': 'the language',
  'incidents/codes.ts': 'the code lists are the same for everybody',
  'map/loadGround.ts': 'the ground is the same for everybody',
  'places/mgrs.ts': 'a library',
  'state/live.ts': 'ended by stopLive',
  'state/drafts.ts': 'ended by forgetDrafts',
  'state/route.ts': 'the address, which the person sees',
  'state/pace.ts': 'how long answers took',
  'state/sessionState.ts': 'what is to be forgotten',
  'state/useNow.ts': 'the time',
};

const changes =
  /^(?:export )?let |^(?:export )?const \w+(?:: (?!readonly |Readonly|ItemBook)[^=]+)? = (?:signal\b|new (?:Map|Set|WeakMap)\b(?!\(\[)|\[\])/mu;

describe('state outside of components', () => {
  it('is forgotten with the session, or is nobody’s', () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'));
    const holding = files.filter((name) => {
      const text = readFileSync(join(source, name), 'utf8');
      return changes.test(text) && !text.includes('whenForgotten(');
    });

    expect(holding.filter((name) => !(name in everybodys))).toEqual([]);
    expect(Object.keys(everybodys).filter((name) => !files.includes(name))).toEqual([]);
  });

  it('is not put in the place of another where tests share one world', () => {
    const shared = join(import.meta.dirname, 'components');
    const replacing = readdirSync(shared).filter((name) =>
      /vi\.(do)?[mM]ock\(/.test(readFileSync(join(shared, name), 'utf8')),
    );

    expect(replacing).toEqual([]);
  });
});
