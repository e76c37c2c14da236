import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { chooseLocale } from '../../src/i18n/index.ts';
import { MovementReceived } from '../../src/movements/MovementReceived.tsx';
import { room } from './people.ts';

const receipt = { item: 'x', reference: 'HNM-1111-2222', version: 1, late: false };

afterEach(cleanup);

describe('what is said after a notification was taken', () => {
  it('names the stop of a position to look at, and leads to amending it', () => {
    const text = 'The stop is far from the one before; look at both positions.';

    const { container } = render(
      <MovementReceived receipt={{ ...receipt, warnings: [{ field: 'route[1]', text }] }} channel={room} />,
    );

    expect(container.textContent).toContain(`Stop 2: ${en['movement.warning.far']}`);
    expect(screen.getByRole('link', { name: en['movement.amend'] }).getAttribute('href')).toBe('#/items/x/amend');
    expect(container.textContent).toContain(en['movement.law']);
  });

  it('says aloud what is not about a position, such as that somebody named is not told', () => {
    render(
      <MovementReceived
        receipt={{
          ...receipt,
          warnings: [
            { field: 'recipients', text: 'police is not in this room now and is not told. Reach it by another way.' },
          ],
        }}
        channel={room}
      />,
    );

    expect(screen.getByRole('alert').textContent).toMatch(/Police. is not in this room now and is not told/);
  });

  it.each([
    ['en', /HNM-CCCC-DDDD.? of your organisation goes the same way/],
    ['ar', /HNM-CCCC-DDDD.? لمنظمتك يسلك الطريق نفسه/],
  ] as const)('says aloud in %s which movement of the own organisation looks like the same', async (locale, words) => {
    await chooseLocale(locale);
    const text =
      'HNM-CCCC-DDDD of your organisation goes the same way in the same time. If it is the same movement, amend that one, and withdraw this one.';

    render(<MovementReceived receipt={{ ...receipt, warnings: [{ field: 'route', text }] }} channel={room} />);

    expect(screen.getByRole('alert').textContent).toMatch(words);
    await chooseLocale('en');
  });
});
