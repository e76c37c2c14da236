import { describe, expect, it } from 'vitest';
import { format } from './format.ts';

const people = '{n, plural, =0 {لا أحد} one {شخص واحد} two {شخصان} few {# أشخاص} many {# شخصا} other {# شخص}}';

describe('format', () => {
  it('puts a number in the class the language gives it', () => {
    expect([0, 1, 2, 3, 11, 100].map((n) => format(people, { n }, 'ar-u-nu-latn'))).toEqual([
      'لا أحد',
      'شخص واحد',
      'شخصان',
      '3 أشخاص',
      '11 شخصا',
      '100 شخص',
    ]);
  });

  it('isolates text from the direction of the sentence', () => {
    expect(format('من {name}', { name: 'OCHA' }, 'ar')).toBe('من \u2068OCHA\u2069');
  });

  it('chooses a branch by value and falls back to other', () => {
    const message = '{side, select, security {forces} other {everyone}}';

    expect(format(message, { side: 'security' }, 'en')).toBe('forces');
    expect(format(message, { side: 'unheard-of' }, 'en')).toBe('everyone');
  });

  it('expands values inside branches', () => {
    const message = '{n, plural, one {# item for {who}} other {# items for {who}}}';

    expect(format(message, { n: 1200, who: 'A' }, 'en')).toBe('1,200 items for \u2068A\u2069');
  });

  it('shows the name of a value that is missing instead of failing', () => {
    expect(format('Hello {who}', {}, 'en')).toBe('Hello {who}');
  });
});
