import { codeLabel } from '../incidents/codes.ts';
import { shapeOf, type FieldShape } from '../incidents/fields.ts';
import { day, isDay, listOf } from '../i18n/dates.ts';
import { maybe, t } from '../i18n/index.ts';
import { CallContact } from '../movements/CallContact.tsx';
import { CheckInLines } from '../movements/CheckInLines.tsx';
import { DrawnLine } from '../movements/DrawnLine.tsx';
import { DispatchLines } from '../movements/DispatchLines.tsx';
import { NamedForces } from '../movements/NamedForces.tsx';
import { RouteStops } from '../movements/RouteStops.tsx';
import { VehicleList } from '../movements/VehicleList.tsx';
import { PositionText } from '../places/PositionText.tsx';
import { hrefOf } from '../state/route.ts';
import { Attachments } from './Attachments.tsx';
import { CoarseValue } from './CoarseValue.tsx';
import { isCoarse, partyOf, property } from './fieldReaders.ts';
import { Moment } from './Moment.tsx';
import { audienceName } from './parties.ts';
import { TwoClocks } from './TwoClocks.tsx';

interface FieldValueProps {
  readonly name: string;
  readonly value: unknown;
  /** Of the item the field belongs to. */
  readonly kind?: string;
  /** False when only the day of an instant is known. */
  readonly timeKnown?: boolean;
}

/** One value of an item, full or coarse, in the person's language. */
export function FieldValue({ name, value, kind, timeKnown = true }: FieldValueProps) {
  const shape = shapeOf(name, kind);
  if (isCoarse(value)) return <CoarseValue value={value} shape={shape} />;
  return <FullValue shape={shape} value={value} timeKnown={timeKnown} />;
}

function FullValue({
  shape,
  value,
  timeKnown,
}: {
  readonly shape: FieldShape;
  readonly value: unknown;
  readonly timeKnown: boolean;
}) {
  switch (shape.shape) {
    case 'text':
      return (
        <span class="user-text" dir="auto">
          {plain(value)}
        </span>
      );
    case 'code':
      return <bdi>{codeLabel(shape.list ?? '', plain(value))}</bdi>;
    case 'codes':
      return (
        <bdi>
          {listOf((Array.isArray(value) ? value : [value]).map((code) => codeLabel(shape.list ?? '', plain(code))))}
        </bdi>
      );
    case 'flag':
      return <>{value === true ? t('value.yes') : t('value.no')}</>;
    case 'count':
    case 'number':
      return <Count value={value} shape={shape} />;
    case 'counts':
      return <Counts value={value} />;
    case 'instant':
      if (shape.day && isDay(plain(value))) return <bdi>{day(plain(value))}</bdi>;
      if (shape.utc) return <TwoClocks at={plain(value)} />;
      return timeKnown && shape.name !== 'validUntil' ? <Moment at={plain(value)} /> : <bdi>{day(plain(value))}</bdi>;
    case 'point':
      return <Point value={value} />;
    case 'outline':
      return (
        <ol class="corners">
          {(Array.isArray(value) ? value : []).map((corner: unknown, index) => (
            <li key={index}>
              <Point value={corner} />
            </li>
          ))}
        </ol>
      );
    case 'organisation':
    case 'person': {
      const party = partyOf(value);
      return <bdi>{party?.name ?? (party?.constituency === undefined ? '' : audienceName(party.constituency))}</bdi>;
    }
    case 'attachments':
      return <Attachments value={value} />;
    case 'route':
      return <RouteStops value={value} />;
    case 'line':
      return <DrawnLine value={value} />;
    case 'lines':
      return (
        <ol class="corners">
          {(Array.isArray(value) ? value : []).map((line: unknown, index) => (
            <li key={index}>
              <DrawnLine value={line} />
            </li>
          ))}
        </ol>
      );
    case 'vehicles':
      return <VehicleList value={value} />;
    case 'callContact':
      return <CallContact value={value} />;
    case 'audiences':
      return <NamedForces value={value} />;
    case 'dispatches':
      return <DispatchLines value={value} />;
    case 'checkIns':
      return <CheckInLines value={value} />;
    case 'item':
      return <a href={hrefOf({ name: 'item', item: plain(value) })}>{t('item.open')}</a>;
  }
}

function Count({ value, shape }: { readonly value: unknown; readonly shape: FieldShape }) {
  if (typeof value !== 'number' || shape.unit === undefined) return <bdi>{plain(value)}</bdi>;
  return <bdi>{t(`value.${shape.unit}`, { n: value })}</bdi>;
}

function Point({ value }: { readonly value: unknown }) {
  const [lat, lon] = [property(value, 'lat'), property(value, 'lon')];
  if (typeof lat === 'number' && typeof lon === 'number') return <PositionText lat={lat} lon={lon} />;
  return <bdi dir="ltr">{plain(value)}</bdi>;
}

/** `killedNational` in words. */
function figureName(figure: string): string {
  const [, harm = figure, split] = /^(.+?)(National|International|Female|Male|SexUnknown)?$/.exec(figure) ?? [];
  const name = maybe(`impact.${harm}`, harm);
  return split === undefined ? name : `${name}, ${maybe(`split.${split}`, split)}`;
}

function Counts({ value }: { readonly value: unknown }) {
  const figures = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return (
    <ul>
      {figures.map(([harm, count]) => (
        <li key={harm}>
          <bdi>{figureName(harm)}</bdi>: {plain(count)}
        </li>
      ))}
    </ul>
  );
}

function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return value === undefined || value === null ? '' : JSON.stringify(value);
}
