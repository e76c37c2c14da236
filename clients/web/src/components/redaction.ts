import type { Fields } from '../api/items.ts';
import type { FieldChange, FieldRoom } from '../api/release.ts';

/** Changes of a coordinator by field. Mirrors `Redaction` of the release service; the service decides, this shows it beforehand. */
export type Changes = Readonly<Record<string, FieldChange>>;

export type Choice = 'asProposed' | 'omit' | 'coarse' | 'text';

export function choiceOf(change: FieldChange | undefined): Choice {
  if (change === undefined) return 'asProposed';
  if ('omit' in change) return 'omit';
  return 'grain' in change ? 'coarse' : 'text';
}

/** The choices a field leaves, as the service said. */
export function choicesFor(room: FieldRoom): readonly Choice[] {
  return [
    'asProposed',
    'omit',
    ...(room.coarse === undefined || room.coarse === null ? [] : (['coarse'] as const)),
    ...(room.longestText === undefined || room.longestText === null ? [] : (['text'] as const)),
  ];
}

/** The changes with another choice for one field; a new text starts from the proposed one. */
export function withChoice(changes: Changes, name: string, choice: Choice, proposed: unknown): Changes {
  const { [name]: _, ...rest } = changes;
  switch (choice) {
    case 'asProposed':
      return rest;
    case 'omit':
      return { ...rest, [name]: { omit: true } };
    case 'coarse':
      return { ...rest, [name]: { grain: 'coarse' } };
    case 'text':
      return { ...rest, [name]: { text: typeof proposed === 'string' ? proposed : '' } };
  }
}

/** What the other side would get of the proposal with these changes. */
export function resultOf(proposed: Fields, changes: Changes, room: Readonly<Record<string, FieldRoom>>): Fields {
  return Object.fromEntries(
    Object.entries(proposed).flatMap(([name, value]) => {
      const change = changes[name];
      if (change === undefined) return [[name, value]];
      if ('omit' in change) return [];
      if ('grain' in change) return room[name]?.coarse === undefined ? [] : [[name, room[name].coarse]];
      return [[name, change.text.trim()]];
    }),
  );
}

/** Whether the changes can be sent: something is left, and no text is empty. */
export function canRelease(proposed: Fields, changes: Changes): boolean {
  const emptied = Object.values(changes).some((change) => 'text' in change && change.text.trim() === '');
  const left = Object.keys(proposed).some((name) => {
    const change = changes[name];
    return change === undefined || !('omit' in change);
  });
  return !emptied && left;
}
