/** Values a message may name. Text is isolated, so that a Latin name does not scramble an Arabic sentence. */
export type MessageValues = Readonly<Record<string, string | number>>;

const firstStrongIsolate = '\u2068';
const popIsolate = '\u2069';

/**
 * Formats an ICU-like message: `{name}`, `{count, plural, =0 {none} one {# person} other {# people}}` and
 * `{side, select, humanitarian {…} other {…}}`. Branches may nest. Formatting of numbers and plural classes follow the locale.
 */
export function format(message: string, values: MessageValues, locale: string): string {
  return expand(message, values, locale, undefined);
}

function expand(text: string, values: MessageValues, locale: string, count: number | undefined): string {
  let out = '';
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? '';
    if (character === '#' && count !== undefined) {
      out += number(count, locale);
      at += 1;
    } else if (character === '{') {
      const end = closing(text, at);
      out += argument(text.slice(at + 1, end), values, locale, count);
      at = end + 1;
    } else {
      out += character;
      at += 1;
    }
  }
  return out;
}

function argument(body: string, values: MessageValues, locale: string, count: number | undefined): string {
  const parts = /^\s*(\w+)\s*(?:,\s*(plural|select)\s*,(.*))?$/s.exec(body);
  const name = parts?.[1] ?? '';
  const value = values[name];
  if (value === undefined) return `{${name}}`;
  const branches = parts?.[3] === undefined ? undefined : branchesOf(parts[3]);
  if (branches === undefined) return typeof value === 'number' ? number(value, locale) : isolate(value);
  if (parts?.[2] === 'plural' && typeof value === 'number') {
    const branch =
      branches.get(`=${String(value)}`) ??
      branches.get(new Intl.PluralRules(locale).select(value)) ??
      branches.get('other');
    return expand(branch ?? '', values, locale, value);
  }
  return expand(branches.get(String(value)) ?? branches.get('other') ?? '', values, locale, count);
}

function branchesOf(text: string): Map<string, string> {
  const branches = new Map<string, string>();
  let at = 0;
  for (;;) {
    const open = text.indexOf('{', at);
    if (open < 0) return branches;
    const end = closing(text, open);
    branches.set(text.slice(at, open).trim(), text.slice(open + 1, end));
    at = end + 1;
  }
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

function isolate(text: string): string {
  return text === '' ? '' : `${firstStrongIsolate}${text}${popIsolate}`;
}

function number(value: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(value);
}
