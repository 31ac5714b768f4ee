import { startReceivers } from './audience.ts';
import type { Arrivals } from './receivers.ts';
import type { EventServer } from './servers.ts';

const MISSED = 50;
const TIMEOUT_MS = 60_000;

/** A storm of clients that all come back at once. */
export interface ResumeStorm {
  /** From the first `subscribe` until every client has the fifty events that it missed. Milliseconds. */
  readonly ms: number;
  /** Subscriptions that reached the subgraph for it. */
  readonly upstreams: number;
}

/** Connects clients and lets all of them ask at the same moment for the fifty events after a cursor. */
export async function resumeStorm(server: EventServer, tokens: readonly string[], selections = 1): Promise<ResumeStorm> {
  const { child, ask } = await startReceivers();
  await using _receiving = child;
  await server.publish(MISSED);
  await ask({ kind: 'connect', url: server.url, clients: tokens.length, selections, tokens, subscribes: false });
  await ask({ kind: 'reset' });
  await server.follows();
  const startedAt = performance.now();
  await ask({ kind: 'subscribe', after: 'c0', selections });
  await ask<Arrivals>({ kind: 'await', each: MISSED, timeoutMs: TIMEOUT_MS });
  return { ms: performance.now() - startedAt, upstreams: await server.follows() };
}
