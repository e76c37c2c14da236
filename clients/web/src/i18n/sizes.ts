import { formatTag } from './index.ts';

const steps = ['byte', 'kilobyte', 'megabyte'] as const;

/** A number of bytes as people read it, such as "310 kB". */
export function bytesOf(bytes: number): string {
  const step = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  return new Intl.NumberFormat(formatTag(), {
    style: 'unit',
    unit: steps[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short', // The short form of "bytes" has no plural.
    maximumFractionDigits: step === 2 ? 1 : 0,
  }).format(bytes / 1000 ** step);
}
