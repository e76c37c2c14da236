import { codeLabel } from '../incidents/codes.ts';
import { vehiclesOf } from './reading.ts';

/** Vehicles by what one sees of them: type, plate, colour, marking. */
export function VehicleList({ value }: { readonly value: unknown }) {
  return (
    <ul class="vehicles">
      {vehiclesOf(value).map((vehicle, index) => (
        <li key={index}>
          {vehicle.type !== undefined && <bdi>{codeLabel('vehicle-type', vehicle.type)}</bdi>}
          {vehicle.plate !== undefined && <bdi class="code">{vehicle.plate}</bdi>}
          {vehicle.colour !== undefined && <bdi>{vehicle.colour}</bdi>}
          {vehicle.marking !== undefined && <bdi>{vehicle.marking}</bdi>}
        </li>
      ))}
    </ul>
  );
}
