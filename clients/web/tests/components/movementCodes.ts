/** Code lists that the form of a movement asks for, as short as they can be. */
export const movementCodes = {
  'movement-category': { codes: [{ code: 'STANDARD' }] },
  'movement-mode': { codes: [{ code: 'ROAD' }] },
  'movement-escort': { codes: [{ code: 'NONE' }, { code: 'ARMED_ESCORT' }] },
  'cargo-category': { codes: [{ code: 'FOOD' }, { code: 'FUEL' }, { code: 'NONE' }] },
  'communication-means': { codes: [{ code: 'HF_RADIO' }, { code: 'NONE' }] },
  'waypoint-type': { codes: [{ code: 'ORIGIN' }, { code: 'DESTINATION' }] },
};
