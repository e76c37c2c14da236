import { property, textOf } from '../components/fieldReaders.ts';
import { latinDigits } from '../i18n/numbers.ts';

/** A place on the way, in decimal degrees. */
export interface Stop {
  readonly type?: string;
  readonly name?: string;
  readonly lat: number;
  readonly lon: number;
  readonly at?: string;
  /** The end of the time there, where it is more than an instant. */
  readonly until?: string;
}

export interface Vehicle {
  readonly type?: string;
  readonly plate?: string;
  readonly colour?: string;
  readonly marking?: string;
}

/** The stops of a route, in the order of travel. */
export function stopsOf(route: unknown): readonly Stop[] {
  return listIn(route).flatMap((stop) => {
    const [lat, lon] = [property(stop, 'lat'), property(stop, 'lon')];
    return typeof lat === 'number' && typeof lon === 'number'
      ? [{ lat, lon, ...texts(stop, ['type', 'name', 'at', 'until']) }]
      : [];
  });
}

export function vehiclesOf(vehicles: unknown): readonly Vehicle[] {
  return listIn(vehicles).map((vehicle) => texts(vehicle, ['type', 'plate', 'colour', 'marking']));
}

/** The audiences that a list of recipients names. */
export function audiencesOf(recipients: unknown): readonly string[] {
  return listIn(recipients).flatMap((each) => textOf(each) ?? textOf(property(each, 'audience')) ?? []);
}

/** The address that a telephone opens for a number as people write it; undefined when there is nothing to dial. */
export function telephone(number: string): string | undefined {
  const digits = latinDigits(number).replace(/[^+\d]/g, '');
  return /\d{3}/.test(digits) ? `tel:${digits}` : undefined;
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function texts<Name extends string>(value: unknown, names: readonly Name[]): Partial<Record<Name, string>> {
  const found = names.flatMap((name) => {
    const text = textOf(property(value, name));
    return text === undefined ? [] : [[name, text]];
  });
  return Object.fromEntries(found) as Partial<Record<Name, string>>;
}
