import { median } from '../numbers/median.ts';
import { cpuSeconds } from '../process/cpu-time.ts';
import type { Audience } from './audience.ts';
import type { EventServer } from './servers.ts';

/** Events that are on their way at once in a busy channel: few enough that no client's queue is full. */
export const BUSY = 20;
/** Each event reaches everybody before the next is published. */
export const CALM = 1;
const WARM_UP_DELIVERIES = 20_000;

/** How much is published. */
export interface Traffic {
  readonly deliveries: number;
  /** Events that are on their way at once. */
  readonly atOnce: number;
}

async function deliver(audience: Audience, { deliveries, atOnce }: Traffic): Promise<number> {
  let done = 0;
  for (; done < deliveries; done += atOnce * audience.clients) await audience.follow(atOnce);
  return done;
}

/** Deliveries that a server makes with a second of CPU: messages that reach a client. Every event reaches every client, or this rejects. */
export async function deliveriesPerCpuSecond(server: EventServer, audience: Audience, traffic: Traffic): Promise<number> {
  const before = cpuSeconds(server.pid);
  const done = await deliver(audience, traffic);
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
export async function compareDeliveries(rivals: readonly Rival[], rounds: number, atOnce: number): Promise<readonly number[]> {
  for (const { audience } of rivals) await deliver(audience, { deliveries: WARM_UP_DELIVERIES, atOnce });
  const samples = rivals.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { server, audience, deliveries }] of rivals.entries()) {
      samples[index]!.push(await deliveriesPerCpuSecond(server, audience, { deliveries, atOnce }));
    }
  }
  return samples.map(median);
}
