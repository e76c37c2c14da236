// KML as togeojson understands it: what a map program that is not ours would draw and show.
import { kml } from '@tmcw/togeojson';
import { answer } from './answer.mjs';
import { check, parse } from './xml.mjs';

await answer(async (text) => {
  await check('kml-2.2.xsd', text);
  return kml(parse(text));
});
