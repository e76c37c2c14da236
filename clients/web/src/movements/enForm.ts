/** Words that only the form of a movement needs, in English: they come with it. */
export const enForm = {
  'line.hint':
    'If you have it as a GeoJSON file with one line: from the first stop to the last, past every stop. Those you name get it. Without it, straight legs between the stops are drawn. If stops move later, give it again: a line that no longer passes them is taken out.',
  'line.alternate': 'Another way, {n}',
  'line.alternate.hint':
    'If you may have to take another road: a GeoJSON file with one line, from the first stop to the last.',
  'line.choose': 'Choose a GeoJSON file',
  'line.paste': 'Or paste GeoJSON',
  'line.remove': 'Take the line out',
  'line.none': 'There is no line in it. Give GeoJSON with one LineString.',
  'line.several': 'There are {n} lines in it. Give one line.',
  'line.long': 'The line has {n} positions. Simplify it to {most} at most.',
  'line.together':
    'With this line there would be {n} positions of all lines together, of {most} at most. Simplify the lines, or leave one way out.',
  'lead.before': '{time} before departure.',
  'lead.rule': 'Lead time: {time}.',
  'lead.ruleOf': 'Lead time of {audience}: {time}.',
  'lead.inTime': 'In time.',
  'lead.late': 'Late: say why; it is sent all the same.',
  'lead.past': 'The window starts in the past.',
  alternateContact: 'Who answers when the first does not. For your side alone.',
  focalPoint: 'Somebody elsewhere who can be reached as long as the movement lasts. For your side alone.',
  add: 'Add: {what}',
  'more.people': 'Staff, by kind',
  'more.cargo': 'What is carried',
  'more.crossing': 'Front lines on the way',
  'more.communications': 'Communications on the way',
  'more.people.hint':
    'Drivers and contractors count among the staff, and nobody twice. For your side alone: no force that you name is shown it.',
  'more.cargo.hint': 'For your side alone: no force that you name is shown what you carry.',
  'more.crossing.hint': 'For your side alone: no force that you name learns from it who holds the road.',
  'more.communications.hint':
    'What the convoy has with it. For your side alone: the force that you name gets the contact during the movement.',
  'staff.together': 'Together: {n}.',
  'staff.taken': 'Together: {n}. That is the staff, unless you give more above.',
  'fault.parts': 'Less than its parts together. Give more, or leave it empty.',
  'fault.none': 'You chose that there is none. Leave this empty, or choose above what it is.',
  'fault.amount': 'Give a number, such as 12.5.',
} as const;
