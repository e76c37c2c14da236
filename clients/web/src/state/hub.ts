import type { Entry } from '../api/items.ts';
import type { Head, Subscription } from '../sync/liveStreams.ts';

/** What a live connection tells. */
export interface HubEvents {
  entries(entries: readonly Entry[]): void;
  beacon(heads: readonly Head[]): void;
  /** The server closes on purpose: the session or the right to read has ended. */
  ended(reason: string): void;
  /** (Re)connected: subscribe again from where we are. */
  connected(): void;
  disconnected(): void;
}

export interface Hub {
  subscribe(subscriptions: readonly Subscription[]): Promise<{ readonly refused: readonly string[] }>;
  stop(): void;
}

const longestWait = 30_000;

/** Half a second, doubling to half a minute, never giving up; random, so that a restart does not bring everybody back at once. */
export function reconnectDelay(attempt: number, random: () => number = Math.random): number {
  return Math.min(longestWait, 500 * 2 ** Math.min(attempt, 10)) * (0.5 + random() / 2);
}

/** Connects to /hubs/live. The SignalR client is loaded after sign-in, so that the sign-in page stays small. */
export async function connect(events: HubEvents): Promise<Hub> {
  const { HubConnectionBuilder, LogLevel } = await import('@microsoft/signalr');
  const connection = new HubConnectionBuilder()
    .withUrl('/hubs/live', { headers: { 'X-ContactGroup': '1' } })
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: (context) => reconnectDelay(context.previousRetryCount) })
    .withServerTimeout(60_000) // over a slow line a message takes a while
    .configureLogging(LogLevel.None)
    .build();
  let stopped = false;
  connection.on('entries', (entries: readonly Entry[]) => {
    events.entries(entries);
  });
  connection.on('beacon', (heads: readonly Head[]) => {
    events.beacon(heads);
  });
  connection.on('ended', (reason: string) => {
    events.ended(reason);
  });
  connection.onreconnecting(() => {
    events.disconnected();
  });
  connection.onreconnected(() => {
    events.connected();
  });
  connection.onclose(() => {
    events.disconnected();
    if (!stopped) void start();
  });

  async function start(): Promise<void> {
    for (let attempt = 0; !stopped; attempt += 1) {
      try {
        await connection.start();
        events.connected();
        return;
      } catch {
        events.disconnected();
        await new Promise((resolve) => setTimeout(resolve, reconnectDelay(attempt)));
      }
    }
  }

  void start();
  return {
    subscribe: (subscriptions) => connection.invoke('Subscribe', subscriptions),
    stop: () => {
      stopped = true;
      void connection.stop();
    },
  };
}
