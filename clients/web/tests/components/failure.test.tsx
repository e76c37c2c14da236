import { render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/components/Failure.tsx';
import { en } from '../../src/i18n/en.ts';

describe('what has to be corrected', () => {
  it.each([
    ['occurredAt', en['field.occurredAt']],
    ['content.impact.killed', en['impact.killed']],
    ['content.route[1]', en['field.route']],
    ['somethingNew', 'somethingNew'],
  ])('is named in words where there are any: %s', (field, words) => {
    const problem = { code: 'CG-3001', title: 'No.', detail: '', status: 400, errors: { [field]: ['Give another.'] } };
    render(<Failure answer={{ kind: 'refused', problem }} />);

    expect(screen.getByRole('listitem').textContent).toBe(`${words}: Give another.`);
  });
});
