/** Words about positions, in English. Examples stand in isolates: they read from left to right in every language. */
export const enPlaces = {
  'position.hint':
    'Decimal degrees, degrees with minutes and seconds, or MGRS: \u206636.12345, 37.12345\u2069 or \u206636°12′34.5″N 37°14′04.4″E\u2069 or \u206637S BA 12345 67890\u2069',
  'position.read': 'Read as',
  'position.rough': 'Written like this, it names the place to about {n} m only.',
  'position.fault.unreadable':
    'This names no position. Give latitude and longitude, each in the same way, or an MGRS reference.',
  'position.fault.range': 'Latitude comes first and is at most 90 degrees; longitude is at most 180.',
  'position.fault.mgrs':
    'There is no such MGRS square. Look at the letters; give as many digits for east as for north, two to five each.',
  'position.fault.notLoaded':
    'What reads MGRS did not come over the network. Give the position in degrees, or type it once more.',
} as const;
