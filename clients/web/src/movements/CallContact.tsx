import { property, textOf } from '../components/fieldReaders.ts';
import { t } from '../i18n/index.ts';
import { telephone } from './reading.ts';

/** Whom to call during the movement; on a phone, one touch calls. */
export function CallContact({ value }: { readonly value: unknown }) {
  const [name, phone, callSign] = [
    textOf(property(value, 'name')),
    textOf(property(value, 'phone')),
    textOf(property(value, 'callSign')),
  ];
  const address = phone === undefined ? undefined : telephone(phone);
  return (
    <span class="call-contact">
      {name !== undefined && <bdi>{name}</bdi>}
      {phone !== undefined &&
        (address === undefined ? (
          <bdi dir="ltr">{phone}</bdi>
        ) : (
          <a href={address}>
            <bdi dir="ltr">{phone}</bdi>
          </a>
        ))}
      {callSign !== undefined && <span>{t('movement.callSign', { callSign })}</span>}
    </span>
  );
}
