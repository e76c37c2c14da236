import { useId } from 'preact/hooks';
import { chooseLocale, locale, locales, offeredLocales, t, type Locale } from '../i18n/index.ts';

export function LanguageSwitch() {
  const id = useId();
  return (
    <div class="language">
      <label for={id}>{t('language.label')}</label>
      <select id={id} value={locale()} onChange={(event) => void chooseLocale(event.currentTarget.value as Locale)}>
        {offeredLocales.map((code) => (
          <option key={code} value={code} lang={code} dir={locales[code].direction}>
            {locales[code].name}
          </option>
        ))}
      </select>
    </div>
  );
}
