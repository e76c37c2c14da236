// RFC 7946 by check-geojson; the right-hand rule, which it leaves out, by geojson-rewind: what that would turn round is the wrong way round.
import rewind from '@mapbox/geojson-rewind';
import { check } from '@placemarkio/check-geojson';
import { answer, Fault } from './answer.mjs';

await answer((text) => {
  const collection = check(text);
  for (const feature of collection.features) {
    const before = JSON.stringify(feature.geometry);
    if (feature.geometry && JSON.stringify(rewind(structuredClone(feature.geometry))) !== before) {
      throw new Fault(`not by the right-hand rule: ${before}`);
    }
  }

  return collection;
});
