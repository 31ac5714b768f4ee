import { type Child, startChild } from '../process/child.ts';
import { verifyBodies } from './bodies.ts';
import type { Arrivals, ReceiverQuestion } from './receivers.ts';
import type { EventServer } from './servers.ts';

/** Clients of one server, in a process of their own, all of them subscribed. */
export interface Audience extends AsyncDisposable {
  readonly clients: number;
  /** Publishes events and waits until every client has every one of them. Answers when each was published and when its last client had it. */
  follow(count: number, intervalMs?: number): Promise<Followed>;
}

/** Times of events: nanoseconds of the machine's monotonic clock. */
export interface Followed {
  readonly publishedAt: readonly bigint[];
  readonly completedAt: readonly bigint[];
}

/** Who listens. */
export interface AudienceOptions {
  readonly clients: number;
  readonly selections: number;
  readonly tokens: readonly string[];
}

const PROBE_MS = 5_000;
const PROBES = 20;
const DELIVERY_MS = 60_000;

/** Clients that can be asked anything, before they are known to be subscribed. */
export async function startReceivers(): Promise<{ readonly child: Child; ask<Answer>(question: ReceiverQuestion): Promise<Answer> }> {
  const child = await startChild('receivers', 'infra/load/src/fanout/receivers-main.ts');
  return {
    child,
    async ask<Answer>(question: ReceiverQuestion) {
      const answer = await child.ask<Answer & { readonly error?: string }>(question);
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer;
    },
  };
}

/** Publishes single events until one has reached everybody: nothing else tells a client that its subscription has begun. */
async function untilAllListen(server: EventServer, ask: (question: ReceiverQuestion) => Promise<unknown>): Promise<void> {
  for (let probe = 1; ; probe += 1) {
    await ask({ kind: 'reset' });
    await server.publish(1);
    const reached = await ask({ kind: 'await', each: 1, timeoutMs: PROBE_MS }).then(
      () => undefined,
      (error: Error) => error,
    );
    if (!reached) return;
    if (probe === PROBES || !reached.message.startsWith('only')) throw new Error(`${server.name}: ${reached.message}`);
  }
}

/** Connects clients to a server and waits until all of them receive. */
export async function startAudience(server: EventServer, { clients, selections, tokens }: AudienceOptions): Promise<Audience> {
  const { child, ask } = await startReceivers();
  await ask({ kind: 'connect', url: server.url, clients, selections, tokens, subscribes: true });
  await untilAllListen(server, ask);
  const { bodies } = await ask<{ readonly bodies: readonly string[] }>({ kind: 'bodies' });
  verifyBodies(server.name, bodies, selections);
  return {
    clients,
    async follow(count, intervalMs = 0) {
      await ask({ kind: 'reset' });
      const [published, arrivals] = await Promise.all([
        server.publish(count, intervalMs),
        ask<Arrivals>({ kind: 'await', each: count, timeoutMs: DELIVERY_MS }),
      ]);
      if (!arrivals.sample.includes('"id":"client-0"')) throw new Error(`${server.name} sends something else: ${arrivals.sample}`);
      return { publishedAt: published.times.map(BigInt), completedAt: arrivals.completedAt.map(BigInt) };
    },
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  };
}
