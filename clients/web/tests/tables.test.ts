import { describe, expect, it } from 'vitest';
import type { AudienceView } from '../src/api/release.ts';
import { audienceName, isOwnSide, sideOf } from '../src/components/parties.ts';
import { consequenceOf, crossing } from '../src/composer/consequence.ts';
import { atomsOf, choiceBehind, type ReleaseChoice } from '../src/composer/releaseChoice.ts';
import { ar } from '../src/i18n/ar.ts';
import { en } from '../src/i18n/en.ts';
import { message } from './components/people.ts';
import { decisions, rows, sides, type DecisionRow, type RelationRow, type ReleaseSetRow } from './tables.ts';

const isAudience = (text: string) => text !== 'military';
const audiences = sides.flatMap(({ constituency }) =>
  constituency === 'military' ? ['military:northern-force', 'military:southern-force'] : [constituency],
);
const sideIn = (audience: string) => sides.find(({ constituency }) => constituency === audience.split(':')[0])?.side;

describe('sides, as the engine has them', () => {
  it.each(sides)('$constituency is $side', ({ constituency, side }) => {
    expect(sideOf(constituency)).toBe(constituency === 'coordination' ? 'coordination' : side);
    expect(isOwnSide(constituency, 'ingo')).toBe(side === 'humanitarian');
    expect(en).toHaveProperty([`audience.${constituency}`]);
    expect(ar).toHaveProperty([`audience.${constituency}`]);
  });

  it('names every audience in words and no two alike', () => {
    const names = audiences.map((audience) => audienceName(audience));

    expect(new Set(names).size).toBe(audiences.length);
    expect(names.filter((name) => name.includes(':') || name.includes('-'))).toEqual([]);
  });

  it('takes an audience it does not know for another side', () => {
    for (const own of audiences) expect(isOwnSide('audience:martian', own)).toBe(false);
  });
});

describe('who is own side, as the engine has it', () => {
  it.each(rows<RelationRow>('relations.json').filter((row) => isAudience(row.origin) && isAudience(row.asked)))(
    '$says',
    ({ origin, asked, relation }) => {
      expect(isOwnSide(asked, origin)).toBe(relation === 'owner' || relation === 'own-side');
      expect(isOwnSide(`audience:${asked}`, origin)).toBe(relation === 'owner' || relation === 'own-side');
    },
  );
});

describe('release sets, as the engine has them', () => {
  const choices: readonly ReleaseChoice[] = [
    { kind: 'organisation' },
    { kind: 'side' },
    { kind: 'all' },
    { kind: 'chosen', atoms: ['audience:military:northern-force', 'humanitarian', 'side:political'] },
  ];
  const sets = rows<ReleaseSetRow>('release-sets.json');
  const known = new Set(sets.flatMap((row) => row.releaseTo));

  it('writes only atoms that the tables know', () => {
    expect(choices.flatMap(atomsOf).filter((atom) => !known.has(atom) && !atom.startsWith('side:'))).toEqual([]);
  });

  it.each(
    sets.filter(
      (row) =>
        isAudience(row.asked) && row.askedOrganisation === null && !row.releaseTo.join().includes('organisation:'),
    ),
  )('$says', ({ releaseTo, origin, asked, reach }) => {
    const reached =
      releaseTo.includes('all') ||
      releaseTo.includes(`audience:${asked}`) ||
      releaseTo.includes(`side:${String(sideIn(asked))}`) ||
      (releaseTo.includes('humanitarian') && isOwnSide(asked, 'ingo')) ||
      ((releaseTo.length === 0 || releaseTo.includes('own-side')) && isOwnSide(asked, origin));

    expect(reached).toBe(reach === 'full');
  });

  it.each(audiences)('reads the choice behind what went from an author of %s to another side, and no wider', (own) => {
    for (const other of audiences) {
      const item = message({ releases: [{ audience: `audience:${other}`, state: 'released' }] });

      expect(choiceBehind(item, own)).toEqual(
        isOwnSide(other, own) ? { kind: 'side' } : { kind: 'chosen', atoms: [`audience:${other}`] },
      );
    }
  });
});

describe('what crosses, as the engine decides it', () => {
  /** An author of the side to whom the audience stands in the relation. */
  const authorsOf = (side: string, asked: string, relation: string) =>
    audiences.filter(
      (own) => sideIn(own) === side && (relation === 'own-side' || relation === 'owner') === isOwnSide(asked, own),
    );
  const outcomeOf = (row: DecisionRow): AudienceView['outcome'] =>
    row.gate === 'withheld' ? 'withheld' : row.gate === 'automatic' ? 'shown' : 'review';

  it.each(decisions)('$says', (row) => {
    const outcome = outcomeOf(row);
    for (const asked of audiences.filter((audience) => row.audience.includes(audience.split(':')[0] ?? ''))) {
      const view = { audience: `audience:${asked}`, label: asked, outcome, sentence: '' };
      for (const relation of row.relation) {
        for (const author of row.origin.flatMap((side) => authorsOf(side, asked, relation))) {
          const mustMean = outcome !== 'withheld' && (relation === 'named' || relation === 'other');
          expect(crossing([view], author), `${author} to ${asked}`).toHaveLength(mustMean ? 1 : 0);
        }
      }
      expect(consequenceOf([view])).toEqual({
        shown: outcome === 'shown' ? [audienceName(asked)] : [],
        review: outcome === 'review' ? [audienceName(asked)] : [],
      });
    }
  });

  it('has a row in which each pair of sides meets', () => {
    const met = decisions.flatMap((row) =>
      row.origin.flatMap((from) => row.audience.map((to) => `${from} ${String(sideIn(to))}`)),
    );

    expect(new Set(met).size).toBe(9);
  });
});
