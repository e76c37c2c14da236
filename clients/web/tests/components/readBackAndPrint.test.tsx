import { render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { ar } from '../../src/i18n/ar.ts';
import { en } from '../../src/i18n/en.ts';
import { chooseLocale } from '../../src/i18n/index.ts';
import { say } from '../../src/movements/readBackWords.ts';
import { PrintScreen } from '../../src/screens/PrintScreen.tsx';
import { ReadBackScreen } from '../../src/screens/ReadBackScreen.tsx';
import { keep } from '../../src/state/channelItems.ts';
import { site } from './notices.ts';
import { fakeServer } from './server.ts';
import { eachAlone, own, told } from './underway.ts';

eachAlone();

describe('reading a movement out by radio', () => {
  it.each([
    ['en', en],
    ['ar', ar],
  ] as const)(
    'spells it in %s in the words of the radio, with the law at the top and at the end',
    async (locale, words) => {
      await chooseLocale(locale);
      fakeServer({});
      keep([own()]);

      const { container } = render(<ReadBackScreen id="mv1" />);

      expect(await screen.findByText('Hotel November Mike – One One One One – Two Two Two Two')).toBeTruthy();
      expect(screen.getByText('37S CV 41126 99084').getAttribute('dir')).toBe('ltr');
      expect(container.textContent).toContain(words['readBack.checkAll']);
      expect([...container.querySelectorAll('.law')].map((law) => law.textContent)).toEqual([
        words['movement.law'],
        words['movement.law'],
      ]);
      expect(container.querySelectorAll('.marking')).toHaveLength(2);
    },
  );

  it('has a line for the drawn road and for each other way, and says what an end without them sees', async () => {
    fakeServer({});
    const road = {
      type: 'LineString',
      coordinates: [
        [37.2, 36.1],
        [37.1, 36.3],
      ],
    };
    keep([told('road', {}, { routeGeometry: road, alternateRoutes: [road] })]);

    render(<ReadBackScreen id="road" />);

    expect(await screen.findByText(say('road'))).toBeTruthy();
    expect(screen.getByText('Other way 1')).toBeTruthy();
    expect(screen.getByText(say('whatWays'))).toBeTruthy();
    expect(screen.getAllByText(/^2 \d\d \d\d$/)).toHaveLength(2);
  });

  it('is nothing for who does not hold the whole route', async () => {
    fakeServer({});
    keep([told('part', {}, { route: { coarse: true, cells: [] } })]);

    render(<ReadBackScreen id="part" />);

    expect(await screen.findByText(en['readBack.nothing'])).toBeTruthy();
  });
});

describe('reading a site out by radio', () => {
  it.each([
    ['en', en],
    ['ar', ar],
  ] as const)(
    'spells reference, version and position in %s, with the law and the digits of all',
    async (locale, words) => {
      await chooseLocale(locale);
      fakeServer({});
      keep([site()]);

      const { container } = render(<ReadBackScreen id="st1" />);

      expect(await screen.findByText('Hotel November Sierra – One One One One – Two Two Two Two')).toBeTruthy();
      expect(screen.getByText('37S CV 41126 99084').getAttribute('dir')).toBe('ltr');
      expect(container.textContent).toContain(words['readBack.whatSite']);
      expect(container.querySelectorAll('.law')).toHaveLength(2);
    },
  );

  it('is nothing for who does not hold the position', async () => {
    fakeServer({});
    keep([
      site({ fields: { ...site().fields, position: { coarse: true, lat: 36.15, lon: 37.25, cellDegrees: 0.1 } } }),
    ]);

    render(<ReadBackScreen id="st1" />);

    expect(await screen.findByText(en['readBack.nothingSite'])).toBeTruthy();
  });
});

describe('a movement on paper', () => {
  it('has the marking and the law at the top and at the end, and prints nothing else of the page', () => {
    fakeServer({});
    keep([own({}, { marking: { sensitivity: 'moderate', caveats: [], policy: 'humanitarian-space@1' } })]);

    const { container } = render(<PrintScreen id="mv1" />);

    const article = container.querySelector('.sheet article');
    expect(article?.firstElementChild?.className).toContain('marking');
    expect(article?.lastElementChild?.className).toContain('marking');
    expect(article?.querySelectorAll('.law')).toHaveLength(2);
    expect(article?.textContent).toContain('37.234567');
    expect(screen.getByRole('button', { name: en['print.do'] }).closest('.not-printed')).not.toBeNull();
  });

  it('is not there for what must not be exported', () => {
    fakeServer({});
    keep([own()]);

    render(<PrintScreen id="mv1" />);

    expect(screen.queryByRole('button', { name: en['print.do'] })).toBeNull();
    expect(document.querySelector('.sheet')?.className).toContain('not-printed');
  });
});
