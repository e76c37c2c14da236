import type { AudienceView } from './release.ts';

/** A refusal of the server (RFC 9457). Twin: ContactGroup.Hosting.Web.Problems. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** Remedies by field path. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
  /** The audience of now, when it is wider than was shown. */
  readonly wider?: WiderAudience;
}

export interface WiderAudience {
  readonly views: readonly AudienceView[];
  /** To send when the person confirms it. */
  readonly fingerprint: string;
}

/** Codes the client acts on; all others are shown with their sentence. */
export const ProblemCodes = {
  keyReused: 'CG-1006',
  tooManyRequests: 'CG-1007',
  storeUnavailable: 'CG-1008',
  notSignedIn: 'CG-2001',
  signInRefused: 'CG-2002',
  notFound: 'CG-2004',
  termsNotAccepted: 'CG-3001',
  channelClosed: 'CG-3002',
  audienceWidened: 'CG-3020',
  cursorNotUsable: 'CG-4001',
  alreadyDecided: 'CG-4002',
  targetNotThere: 'CG-4010',
  uploadElsewhere: 'CG-6001',
} as const;

/** Reads a problem from an error body; a body that is none (a proxy's page) still gives one. */
export function problemFrom(status: number, body: unknown): Problem {
  const source = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  return {
    status,
    code: text(source['code']) || `HTTP-${String(status)}`,
    title: text(source['title']),
    detail: text(source['detail']),
    errors: remedies(source['errors']),
    ...(Array.isArray(source['views']) && typeof source['fingerprint'] === 'string'
      ? { wider: { views: source['views'] as AudienceView[], fingerprint: source['fingerprint'] } }
      : {}),
  };
}

/** The server's remedy for a field or for a part of it. */
export function remedyFor(problem: Problem | undefined, name: string): string | undefined {
  if (problem === undefined) return undefined;
  const found = Object.entries(problem.errors).filter(
    ([field]) =>
      field === name || (!name.includes('.') && (field.startsWith(`${name}.`) || field.startsWith(`${name}[`))),
  );
  return found.length === 0 ? undefined : found.flatMap(([, sentences]) => sentences).join(' ');
}

/** What a form says at a field: what came of sending, else what the preview found, which names the field below the content. */
export function remedyIn(problem: Problem | undefined, remarks: Problem | undefined, name: string): string | undefined {
  return remedyFor(problem, name) ?? remedyFor(remarks, name) ?? remedyFor(remarks, `content.${name}`);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function remedies(value: unknown): Record<string, string[]> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).map(([field, sentences]) => [
      field,
      (Array.isArray(sentences) ? sentences : [sentences]).filter((sentence) => typeof sentence === 'string'),
    ]),
  );
}
