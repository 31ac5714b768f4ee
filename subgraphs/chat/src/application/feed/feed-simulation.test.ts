import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { encodeHint, hintSubject } from './channel-hint.ts';
import { fakeChannelLog } from './fakes/fake-channel-log.ts';
import { fakeChannelId, fakeMessage } from './fakes/fake-message.ts';
import { cursor, feedWorld, seqOf, take } from './fakes/feed-world.ts';

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

/** Writers, an unreliable bus, a watermark, and subscribers that are quick, slow or keep reconnecting. */
async function simulate(seed: number) {
  const random = seededRandom(seed);
  const log = fakeChannelLog(fakeChannelId, () => turns(Math.floor(random() * 4)));
  const world = feedWorld({ log, faults: { random, turn, lost: 0.1, doubled: 0.1, delayed: 0.3 } });
  const total = 400;
  let isRunning = true;

  const write = async () => {
    for (let number = 1; number <= total; number += 1) {
      const event = log.commit('MESSAGE_SENT', fakeMessage(number));
      if (random() > 0.02) world.bus.publish(hintSubject(fakeChannelId), encodeHint(event));
      if (random() < 0.4) await turn();
    }
  };
  const tick = async () => {
    while (isRunning) {
      await world.feeds.watermark();
      await turns(25);
    }
  };
  const read = async (patience: number, reconnects: number) => {
    const seen: number[] = [];
    let last = cursor(0);
    while (seen.length < total) {
      const stream = await world.subscribe(last);
      const stay = random() < reconnects ? Math.ceil(random() * 60) : total;
      for (const event of await take(stream, Math.min(stay, total - seen.length))) {
        seen.push(seqOf(event) as number);
        last = event.cursor;
        await turns(Math.floor(random() * patience));
      }
      await stream.return?.();
    }
    return seen;
  };

  const ticking = tick();
  const readers = [read(1, 0), read(1, 0.5), read(6, 0), read(6, 0.8), read(2, 1)];
  await write();
  const received = await Promise.all(readers);
  isRunning = false;
  await ticking;
  world.stop();
  return { received, expected: Array.from({ length: total }, (_, index) => index + 1) };
}

describe('followChannel under an unreliable bus', () => {
  it.each(Array.from({ length: 25 }, (_, index) => 1000 + index))('delivers every entry once and in order (seed %i)', async (seed) => {
    const { received, expected } = await simulate(seed);
    for (const seen of received) expect(seen).toEqual(expected);
  });
});
