import { setTimeout as sleep } from 'node:timers/promises';
import { CloseCode } from './protocol.ts';

/** Something that can be told to come back later. */
interface Closable {
  close(code: CloseCode, reason: string): void;
}

/** Over which a process in production sends its sockets away: 5 % each second. Milliseconds. @see gateway.md 6.6 */
export const DRAIN_SPREAD_MS = 20_000;

const STEP_MS = 1_000;
/** Clients that have to come back at once elsewhere are spread over this long. */
const SPREAD_RETRY_MS = 30_000;
const SOON_MS = 1_000;

/**
 * Sends every client away with 1012 and a time to wait, a random one each, so that they do not come back all together.
 * @param spreadMs over which the sockets are closed, in steps of a second; 0 closes them all now
 * @param random from 0 up to 1
 */
export async function drainSockets(sockets: Iterable<Closable>, spreadMs: number, random: () => number): Promise<void> {
  const remaining = [...sockets];
  const steps = Math.max(1, Math.ceil(spreadMs / STEP_MS));
  const perStep = Math.ceil(remaining.length / steps);
  const retryWithinMs = spreadMs > 0 ? SPREAD_RETRY_MS : SOON_MS;
  while (remaining.length > 0) {
    for (const socket of remaining.splice(0, perStep)) {
      socket.close(CloseCode.serviceRestart, JSON.stringify({ retryAfterMs: Math.floor(random() * retryWithinMs) }));
    }
    if (remaining.length > 0) await sleep(STEP_MS);
  }
}
