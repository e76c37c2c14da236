/** Code lists that the form of a movement asks for, as short as they can be. */
export const movementCodes = {
  'movement-category': { codes: [{ code: 'STANDARD' }] },
  'movement-mode': { codes: [{ code: 'ROAD' }] },
  'movement-escort': { codes: [{ code: 'NONE' }, { code: 'ARMED_ESCORT' }] },
  'waypoint-type': { codes: [{ code: 'ORIGIN' }, { code: 'DESTINATION' }] },
};
