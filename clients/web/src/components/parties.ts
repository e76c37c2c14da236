import type { Constituency, Side } from '../api/identity.ts';
import { maybe, t } from '../i18n/index.ts';

/** A side as drawn: coordination stands between the sides and has its own shape. */
export type SideShape = Side | 'coordination';

const sides: Readonly<Record<Constituency, SideShape>> = {
  'un-humanitarian': 'humanitarian',
  ingo: 'humanitarian',
  nngo: 'humanitarian',
  rcrc: 'humanitarian',
  development: 'humanitarian',
  donor: 'political',
  'host-authority': 'political',
  political: 'political',
  observer: 'political',
  police: 'security',
  military: 'security',
  coordination: 'coordination',
};

/** The side of an audience such as `ingo` or `military:northern-force`, or of a side's own name. */
export function sideOf(audience: string): SideShape {
  const name = audience.replace(/^(audience|side):/, '').split(':')[0] ?? '';
  if (name === 'humanitarian' || name === 'security' || name === 'political') return name;
  return name in sides ? sides[name as Constituency] : 'political';
}

/**
 * Whether an audience or a side belongs to the author's own side. Humanitarians are one side and coordination is part of it; a force is only itself, and so
 * are the police and each political constituency. Twin: Relations.IsOwnSide; the cases of both are in tests/classification/cases.
 */
export function isOwnSide(audience: string, own: string): boolean {
  const asked = audience.replace(/^audience:/, '');
  if (isHumanitarian(own)) return isHumanitarian(asked);
  // A side as a whole stands in a preview for those of it whom its author may know of: the own audience.
  return asked === own || asked === `side:${sideOf(own)}`;
}

function isHumanitarian(audience: string): boolean {
  const side = sideOf(audience);
  return side === 'humanitarian' || side === 'coordination';
}

/** The name of an audience or side in the person's language; a force keeps its own name. */
export function audienceName(audience: string, label?: string): string {
  const [name = '', force] = audience.replace(/^(audience|side):/, '').split(':');
  if (force !== undefined) return t('audience.force', { force: forceName(force) });
  return maybe(`audience.${name}`, label ?? name);
}

/** What is decided at once about an audience: its side, or one force or the police alone. Mirrors `Targets` of the release service. */
export function targetOf(audience: string): string {
  const side = sideOf(audience);
  if (side === 'security') return `audience:${audience.replace(/^audience:/, '')}`;
  return side === 'political' ? 'side:political' : 'side:humanitarian';
}

/** `northern-force` as people write it. */
export function forceName(force: string): string {
  return force
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
