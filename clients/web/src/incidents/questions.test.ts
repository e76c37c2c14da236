import { describe, expect, it } from 'vitest';
import { questionsFor } from './questions.ts';

const groups = (values: Parameters<typeof questionsFor>[0]) => questionsFor(values, false).map((group) => group.name);
const names = (values: Parameters<typeof questionsFor>[0], coordinator = false) =>
  questionsFor(values, coordinator).flatMap((group) => group.questions.map((question) => question.name));

describe('questionsFor', () => {
  it('asks about harm to people only where the category is about people', () => {
    expect(groups({})).not.toContain('harm');
    expect(groups({ category: 'FACILITY_DAMAGE' })).not.toContain('harm');
    expect(groups({ category: 'INJURED' })).toContain('harm');
  });

  it('does not count people of a near miss', () => {
    expect(groups({ category: 'INJURED', nearMiss: true })).not.toContain('harm');
  });

  it('asks for the outcome only where people are held', () => {
    expect(names({ category: 'INJURED' })).not.toContain('outcome');
    expect(names({ category: 'KIDNAPPED_ABDUCTED' })).toContain('outcome');
  });

  it('asks for the P-code beside the name of every area', () => {
    const asked = names({});

    for (const level of ['admin1', 'admin2', 'admin3']) expect(asked[asked.indexOf(level) + 1]).toBe(`${level}Pcode`);
  });

  it('leaves grading of the source to coordinators', () => {
    expect(names({})).not.toContain('sourceReliability');
    expect(names({}, true)).toContain('sourceReliability');
  });
});
