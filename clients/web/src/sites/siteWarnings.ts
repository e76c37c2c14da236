import { t, type MessageKey } from '../i18n/index.ts';

/** Sentences of the service about a notification, as it says them in English; in braces what it names. Sources: SiteWarnings, StatedArea, Lookalikes, Trips and Untold of the movements service. */
export const knownNotices: Readonly<Record<string, MessageKey>> = {
  'The position may be off by {metres} metres, which is further than the next houses; take it at the place if you can.':
    'site.warning.accuracy',
  'The position is as reported by others; look at it on a map or imagery before somebody relies on it.':
    'site.warning.reported',
  'Latitude and longitude look swapped: exchanged, the position is at the footprint.': 'site.warning.swapped',
  'The footprint is far from the position; look at both.': 'site.warning.footprint',
  'Latitude and longitude look swapped: exchanged, the position is in {area}.': 'area.warning.swapped',
  'The position is {distance} outside {area}; look at the position and at the area.': 'area.warning.outside',
  'No stop of the route is in {country}; look at the country and at the positions.': 'area.warning.route',
  'Latitude and longitude look swapped: exchanged, the position is near other places that your organisation notified, and as it is it is not.':
    'site.warning.swappedNear',
  '{reference} of your organisation is {distance} away. If it is the same site, amend that one, or remove it.':
    'site.warning.same',
  'A stop of {reference} of your organisation has a similar name and is {distance} away; look at both positions.':
    'site.warning.stop',
  '{reference} of your organisation has a similar name and is {distance} away. If it is the same site, amend that one, or remove it.':
    'site.warning.alike',
  '{reference} of your organisation goes the same way in the same time. If it is the same movement, amend that one, and withdraw this one.':
    'movement.warning.same',
  '{reference} of your organisation has a vehicle of the same registration in the same time; look at both.':
    'movement.warning.vehicle',
  'The humanitarian side is not told yet, or not all of it: a coordinator looks first, because words in the summary, the place or the names of areas look like a position, a telephone number, a registration or a marking, or because it was taken back there before. Give positions in position and outline and numbers in callContact, or ask a coordinator.':
    'advisory.warning.waiting',
};

const patterns = Object.entries(knownNotices).map(([sentence, key]) => ({ pattern: patternOf(sentence), key }));

/** A sentence about a site in the person's language; undefined when it is none that this page knows. */
export function noticeWarning(text: string): string | undefined {
  for (const { pattern, key } of patterns) {
    const found = pattern.exec(text);
    if (found !== null) return t(key, { ...found.groups });
  }
  return undefined;
}

function patternOf(sentence: string): RegExp {
  const escaped = sentence.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{(\w+)\}/g, '(?<$1>.+?)');
  return new RegExp(`^${escaped}$`);
}
