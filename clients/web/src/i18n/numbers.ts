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

/** Whether the comma in it may as well stand between thousands: `1,250` is read as 1250 by some and as 1.25 by others. */
export function isAmbiguous(text: string): boolean {
  return /^\d{1,3}[,\u066b]\d{3}$/.test(latinDigits(text.trim()));
}

/** Reads a count: `1,000` is a thousand to some and one to others, so that digits and nothing else are one. */
export function wholeIn(text: string): number | undefined {
  return isWhole(text) ? numberIn(text) : undefined;
}

/** Whether it is digits and nothing else. */
export function isWhole(text: string): boolean {
  return /^\d+$/.test(latinDigits(text.trim()));
}
