import type { Answer } from '../api/answer.ts';
import type { Entry } from '../api/items.ts';
import { ProblemCodes } from '../api/problem.ts';
import type { Stream } from '../api/release.ts';
import { step, type Position } from './position.ts';

/** What reading streams needs from outside. */
export interface LivePorts {
  streams(): Promise<Answer<{ readonly streams: readonly Stream[] }>>;
  entries(
    stream: string,
    after: string,
  ): Promise<Answer<{ readonly entries: readonly Entry[]; readonly cursor: string; readonly more: boolean }>>;
  /** Entries in order, each once. */
  apply(stream: Stream, entries: readonly Entry[]): void;
  /** The stream is no longer this person's, or its place was lost: what it gave must go, or be loaded anew. */
  dropped(stream: Stream, lost: boolean): void;
  /** Streams came that were not there when it was listed first, or whose place was lost: what is in them already comes by no entry. */
  opened(): void;
}

export interface Subscription {
  readonly stream: string;
  readonly cursor: string;
  readonly seen: number;
}

export interface Head {
  readonly stream: string;
  readonly head: number;
  readonly cursor: string;
}

/** Reads every stream of the person: live frames when they follow, HTTP when one is missing. Twin: the catch-up of ContactGroup.Client. */
export class LiveStreams {
  private readonly known = new Map<string, Stream>();
  private readonly positions = new Map<string, Position>();
  private readonly fetching = new Map<string, 'once' | 'again'>();
  private readonly ports: LivePorts;
  private listed = false;

  constructor(ports: LivePorts) {
    this.ports = ports;
  }

  /** Learns which streams there are. New ones start at their head: what was before is loaded by channel. */
  async list(): Promise<boolean> {
    const answer = await this.ports.streams();
    if (answer.kind !== 'ok') return false;
    const now = new Set(answer.value.streams.map((stream) => stream.stream));
    for (const stream of [...this.known.values()]) {
      if (!now.has(stream.stream)) this.drop(stream, false);
    }
    const more = this.listed && answer.value.streams.some(({ stream }) => !this.positions.has(stream));
    this.listed = true;
    for (const stream of answer.value.streams) {
      this.known.set(stream.stream, stream);
      if (!this.positions.has(stream.stream)) {
        this.positions.set(stream.stream, { stream: stream.stream, cursor: stream.cursor, seen: stream.head });
      }
    }
    if (more) this.ports.opened();
    return true;
  }

  subscriptions(): readonly Subscription[] {
    return [...this.positions.values()];
  }

  async receive(batch: readonly Entry[]): Promise<void> {
    for (const [stream, entries] of groupByStream(batch)) {
      if (this.take(stream, entries)) await this.fetch(stream);
    }
  }

  /** A head ahead of us means frames were lost; a head we have reached gives a fresher cursor. */
  async beacon(heads: readonly Head[]): Promise<void> {
    for (const head of heads) {
      const position = this.positions.get(head.stream);
      if (position === undefined) continue;
      if (head.head > position.seen) await this.fetch(head.stream);
      else if (head.head === position.seen) this.positions.set(head.stream, { ...position, cursor: head.cursor });
    }
  }

  /** Fetches what each stream has after our place, for when no connection is live. */
  async poll(): Promise<void> {
    for (const stream of [...this.positions.keys()]) await this.fetch(stream);
  }

  private take(stream: string, entries: readonly Entry[]): boolean {
    const known = this.known.get(stream);
    const position = this.positions.get(stream);
    if (known === undefined || position === undefined) return false;
    const result = step(position, entries);
    this.positions.set(stream, result.position);
    if (result.take.length > 0) this.ports.apply(known, result.take);
    return result.gap;
  }

  private async fetch(stream: string): Promise<void> {
    if (this.fetching.has(stream)) {
      this.fetching.set(stream, 'again');
      return;
    }
    do {
      this.fetching.set(stream, 'once');
      while (await this.fetchPage(stream));
    } while (this.fetching.get(stream) === 'again');
    this.fetching.delete(stream);
  }

  /** True when there is more to fetch. */
  private async fetchPage(stream: string): Promise<boolean> {
    const known = this.known.get(stream);
    const position = this.positions.get(stream);
    if (known === undefined || position === undefined) return false;
    const answer = await this.ports.entries(stream, position.cursor);
    switch (answer.kind) {
      case 'ok': {
        if (this.take(stream, answer.value.entries)) {
          this.drop(known, true);
          await this.list();
          return false;
        }
        const now = this.positions.get(stream);
        if (now !== undefined) this.positions.set(stream, { ...now, cursor: answer.value.cursor });
        return answer.value.more;
      }
      case 'refused':
        this.drop(known, answer.problem.code === ProblemCodes.cursorNotUsable);
        await this.list();
        return false;
      case 'busy':
      case 'unreachable':
        return false; // the next beacon or reconnect tries again
    }
  }

  private drop(stream: Stream, lost: boolean): void {
    this.known.delete(stream.stream);
    this.positions.delete(stream.stream);
    this.ports.dropped(stream, lost);
  }
}

function groupByStream(batch: readonly Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of batch) groups.set(entry.stream, [...(groups.get(entry.stream) ?? []), entry]);
  return groups;
}
