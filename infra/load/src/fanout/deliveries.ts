import { median } from '../numbers/median.ts';
import { cpuSeconds } from '../process/cpu-time.ts';
import type { Audience } from './audience.ts';
import type { EventServer } from './servers.ts';

/** Events that may be on their way at once: few enough that no client's queue is full. */
const BURST = 20;
const WARM_UP_DELIVERIES = 20_000;

async function deliver(audience: Audience, deliveries: number): Promise<number> {
  let done = 0;
  for (; done < deliveries; done += BURST * audience.clients) await audience.follow(BURST);
  return done;
}

/** Deliveries that a server makes with a second of CPU: messages that reach a client. Every event reaches every client, or this rejects. */
export async function deliveriesPerCpuSecond(server: EventServer, audience: Audience, deliveries: number): Promise<number> {
  const before = cpuSeconds(server.pid);
  const done = await deliver(audience, deliveries);
  return done / (cpuSeconds(server.pid) - before);
}

/** A server and its audience, to be measured in turns with others. */
export interface Rival {
  readonly server: EventServer;
  readonly audience: Audience;
  /** Deliveries in one round: more for those that are fast, so that each round has CPU enough to be counted. */
  readonly deliveries: number;
}

/** Medians over interleaved rounds, in the order of the rivals. */
export async function compareDeliveries(rivals: readonly Rival[], rounds: number): Promise<readonly number[]> {
  for (const { audience } of rivals) await deliver(audience, WARM_UP_DELIVERIES);
  const samples = rivals.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { server, audience, deliveries }] of rivals.entries()) {
      samples[index]!.push(await deliveriesPerCpuSecond(server, audience, deliveries));
    }
  }
  return samples.map(median);
}
