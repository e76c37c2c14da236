import type { OvertakenAnswer } from './Overtaken.tsx';

/** Answers of a form, and whole parts of one such as the stops of a movement, by name. */
export type Answers = Readonly<Record<string, unknown>>;

/** What was typed over an item of the own organisation, and nothing of the item beside it. */
export interface TypedOver {
  readonly values: Answers;
  /** What stood there when it was typed. Absent in what was kept before this was. */
  readonly over?: Answers;
  /** What was sent last, and arrived or may have: what stands like it is nobody else's, also once it was typed on. */
  readonly sent?: Answers | undefined;
}

/** What is typed now, and how it is kept. */
export interface Keeps<T extends TypedOver> {
  readonly typed: T;
  /** Whether nothing of it is sent any more: then nothing is decided field by field either. */
  readonly newer?: boolean;
  readonly say: (typed: T) => void;
}

/** What stands in the form: the item as it is now, with what was typed. */
export function answersWith<A extends Answers>(now: A, { values }: TypedOver): A {
  return { ...now, ...values };
}

/**
 * What was typed, once this stands in the form. What has parts, such as a day with its time or somebody's name and number, is kept whole: a part of it beside
 * what a colleague gave for the others would be somebody who is not there. What passes through a colleague's answer while somebody types goes on being over
 * the one that it was begun on.
 */
export function typedOver<T extends TypedOver>(now: Answers, next: Answers, typed: T): T {
  const begun = { ...now, ...typed.over };
  const names = Object.keys({ ...begun, ...next });
  const isTyped = (name: string) => [now, begun].some((stood) => !isSame(answerIn(stood, name), answerIn(next, name)));
  const fields = new Set(names.filter(isTyped).map(wholeOf));
  const kept = names.filter((name) => fields.has(wholeOf(name)));
  return { ...typed, values: answersIn(next, kept), over: answersIn(begun, kept) };
}

/**
 * What a colleague changed of that which is typed over. What nobody else touched goes on, and nobody's answer is undone unseen.
 * @param read The fields as the form would send them: what it reads alike is the same, also where own words came back as the service stores them.
 */
export function overtakenIn<A extends Answers, T extends TypedOver>(
  { typed, newer = false, say }: Keeps<T>,
  now: A,
  read: (answers: A) => Answers,
): readonly OvertakenAnswer[] {
  const { values, over = {}, sent = {} } = typed;
  const readWith = (answers: Answers) => read({ ...now, ...answers });
  const [stands, begun, arrived, mine] = [read(now), readWith(over), readWith({ ...over, ...sent }), readWith(values)];
  const differing = Object.keys({ ...stands, ...mine }).filter((field) => !isSame(stands[field], mine[field]));
  const isOfOthers = (field: string) => [begun, arrived].every((own) => !isSame(stands[field], own[field]));
  const overtaken = newer ? [] : differing.filter(isOfOthers);
  return [...new Set(overtaken.map(wholeOf))].map((whole) => ({
    fields: differing.filter((field) => wholeOf(field) === whole),
    take: () => {
      say({ ...typed, values: answersBeside(values, whole), over: answersBeside(over, whole) });
    },
    keepMine: () => {
      const names = Object.keys(values).filter((name) => wholeOf(name) === whole);
      say({ ...typed, over: { ...over, ...answersIn(now, names) } });
    },
  }));
}

function answersIn(answers: Answers, names: readonly string[]): Answers {
  return Object.fromEntries(names.map((name) => [name, answerIn(answers, name)]));
}

function answersBeside(answers: Answers, whole: string): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => wholeOf(name) !== whole));
}

/** An answer that is not there is an empty one. */
function answerIn(answers: Answers, name: string): unknown {
  return answers[name] ?? '';
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The field of an answer that is one of its parts, or that falls with it: armed protection and why it is needed are one answer. */
function wholeOf(name: string): string {
  const [field = name] = name.split('.');
  return field === 'escortJustification' ? 'escort' : field;
}
