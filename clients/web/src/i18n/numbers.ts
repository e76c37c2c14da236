/** Arabic and Persian digits as Latin ones. */
export function latinDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}

/** Reads a number in Latin, Arabic or Persian digits, with a point, a comma or an Arabic decimal sign. */
export function numberIn(text: string): number | undefined {
  const digits = latinDigits(text.trim()).replace(/[,\u066b]/, '.');
  if (digits === '') return undefined;
  const number = Number(digits);
  return Number.isFinite(number) ? number : undefined;
}
