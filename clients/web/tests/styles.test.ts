import { describe, expect, it } from 'vitest';
import { faultsOf } from '../scripts/check-styles.mjs';

const faults = (line: string) => faultsOf('a.css', line).length;

describe('the style check', () => {
  it.each([
    'margin-left: 1px;',
    'padding-top: 0;',
    'left: 0;',
    'inset-block: 0; right: 1px;',
    'width: 10px;',
    'max-height: 50%;',
    'text-align: left;',
    'border-top-left-radius: 2px;',
    'margin: 0 1px 2px 3px;',
    'text-transform: uppercase;',
    'letter-spacing: 1px;',
    'background: url(https://elsewhere.example/a.png);',
  ])('refuses %s', (line) => {
    expect(faults(line)).toBeGreaterThan(0);
  });

  it.each([
    'margin-inline-start: 1px;',
    'inset-inline: 0;',
    'inline-size: 10px;',
    'text-align: start;',
    'margin: 0 1px;',
    'stroke-width: 2;',
    '@media (min-width: 600px) {',
  ])('takes %s', (line) => {
    expect(faults(line)).toBe(0);
  });
});
