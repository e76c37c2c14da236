// Cursor on Target: libxml2 against the schema of the tests, then node-cot, which draws an event as a map system of a force would. Our feed is a list of events.
import { answer } from './answer.mjs';
import { check, parse, write } from './xml.mjs';

await answer(async (text) => {
  await check(null, text);
  const events = Array.from(parse(text).getElementsByTagName('event'), write);
  if (events.length > 0) {
    await check('cot-2.0.xsd', ...events);
  }

  // It takes a second to come: only for what keeps the schema.
  const { CoTParser } = await import('@tak-ps/node-cot');
  return Promise.all(events.map(async (event) => CoTParser.to_geojson(await CoTParser.from_xml(event))));
});
