/** Name of a field as the form has it: a preview names it below the content, `content.route[0].lat`. */
export function fieldIn(path: string): string {
  return path.replace(/^content\./, '');
}

/** The field that a part belongs to: `route` for `content.route[0].lat`. */
export function wholeOf(path: string): string {
  return /^\w+/.exec(fieldIn(path))?.[0] ?? '';
}
