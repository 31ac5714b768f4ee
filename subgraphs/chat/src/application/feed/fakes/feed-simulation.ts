import { setImmediate as nextTurn } from 'node:timers/promises';
import { tombstone } from '../../../domain/message/message.ts';
import { encodeHint, hintSubject } from '../channel-hint.ts';
import { fakeChannelLog } from './fake-channel-log.ts';
import { fakeChannelId, fakeMessage } from './fake-message.ts';
import { cursor, feedWorld, seqOf, take } from './feed-world.ts';
import { lossyEventBus } from './lossy-event-bus.ts';

/** How much is simulated. */
export interface Simulation {
  /** Decides everything that chance decides: the same seed, the same run. */
  readonly seed: number;
  /** Entries of the log. */
  readonly entries: number;
  /** Clients on either node. */
  readonly readers: number;
}

/** What every reader got, by number, beside what each was to get; and what went wrong on the way. */
export interface Simulated {
  readonly expected: readonly number[];
  readonly received: readonly (readonly number[])[];
  readonly crashes: number;
  readonly reconnections: number;
}

const turn = (): Promise<void> => nextTurn();
const turns = async (count: number) => {
  for (let passed = 0; passed < count; passed += 1) await turn();
};

/** mulberry32: small, seeded, good enough to choose faults. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * One channel on two nodes: a writer that dies now and then between commit and hint, a bus that loses, doubles and reorders hints, reads that
 * answer late, nodes that crash with everything in their memory, and clients that are quick, slow, or keep coming back by their last cursor.
 */
export async function simulateFeed({ seed, entries, readers }: Simulation): Promise<Simulated> {
  const random = seededRandom(seed);
  const log = fakeChannelLog(fakeChannelId, () => turns(Math.floor(random() * 4)));
  const bus = lossyEventBus({ random, turn, lost: 0.1, doubled: 0.1, delayed: 0.3 });
  const nodes = [feedWorld({ log, bus }), feedWorld({ log, bus })];
  let isRunning = true;
  let crashes = 0;
  let reconnections = 0;

  const commitNext = (number: number) => {
    const earlier = fakeMessage(Math.ceil(random() * number));
    if (number > 1 && random() < 0.05) return log.commit('MESSAGE_DELETED', tombstone(earlier));
    return log.commit('MESSAGE_SENT', fakeMessage(number));
  };
  const write = async () => {
    for (let number = 1; number <= entries; number += 1) {
      const event = commitNext(number);
      if (random() > 0.02) bus.publish(hintSubject(fakeChannelId), encodeHint(event));
      if (random() < 0.4) await turn();
    }
  };
  const tick = async (node: number) => {
    while (isRunning) {
      await nodes[node]?.feeds.watermark();
      await turns(25);
    }
  };
  const crash = async () => {
    while (isRunning) {
      await turns(100 + Math.floor(random() * 400));
      const node = Math.floor(random() * nodes.length);
      nodes[node]?.stop();
      nodes[node] = feedWorld({ log, bus });
      crashes += 1;
    }
  };
  const read = async (patience: number, restlessness: number) => {
    const seen: number[] = [];
    let last = cursor(0);
    while (seen.length < entries) {
      const stream = await nodes[Math.floor(random() * nodes.length)]!.subscribe(last);
      while (seen.length < entries) {
        const [event] = await take(stream, 1);
        if (!event) break;
        seen.push(seqOf(event) as number);
        last = event.cursor;
        await turns(Math.floor(random() * patience));
        if (restlessness > 0 && random() < restlessness / 30) break;
      }
      await stream.return?.();
      reconnections += 1;
    }
    return seen;
  };

  const background = [tick(0), tick(1), crash()];
  const reading = Array.from({ length: readers }, (_, index) => read(1 + (index % 5), (index % 4) / 4));
  await write();
  const received = await Promise.all(reading);
  isRunning = false;
  await Promise.all(background);
  for (const node of nodes) node.stop();
  return { received, crashes, reconnections, expected: Array.from({ length: entries }, (_, index) => index + 1) };
}
