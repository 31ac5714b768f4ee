import { residentBytes } from '../process/memory.ts';
import { type Audience, startReceivers } from './audience.ts';
import { BUSY, deliveriesPerCpuSecond } from './deliveries.ts';
import type { EventServer } from './servers.ts';

/** Events that pass while a client takes nothing. */
const EVENTS = 20_000;

/** What one client that takes nothing does to the server and to the others. */
export interface StalledEffect {
  /** Growth of the server's memory over 20,000 events with the client, beyond the same without it. Bytes. */
  readonly bytes: number;
  /** Deliveries per CPU second to the others, without and with the stalled client. */
  readonly quiet: number;
  readonly stalled: number;
}

interface Passage {
  readonly rate: number;
  readonly grownBy: number;
}

async function passage(server: EventServer, audience: Audience): Promise<Passage> {
  const before = residentBytes(server.pid);
  const rate = await deliveriesPerCpuSecond(server, audience, { deliveries: EVENTS * audience.clients, atOnce: BUSY });
  return { rate, grownBy: residentBytes(server.pid) - before };
}

/** Lets 20,000 events pass twice, the second time with a client that reads nothing after it has subscribed. @param token of the stalled client */
export async function stalledEffect(server: EventServer, audience: Audience, token: string): Promise<StalledEffect> {
  await passage(server, audience);
  const quiet = await passage(server, audience);
  const { child, ask } = await startReceivers();
  await using _stalling = child;
  await ask({ kind: 'connect', url: server.url, clients: 1, selections: 1, tokens: [token], subscribes: true });
  await ask({ kind: 'stall' });
  const stalled = await passage(server, audience);
  return { bytes: stalled.grownBy - Math.max(0, quiet.grownBy), quiet: quiet.rate, stalled: stalled.rate };
}
