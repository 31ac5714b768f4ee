import fc from 'fast-check';
import { waitUntil } from '@veza/testing';
import { describe, expect, it } from 'vitest';
import { seededRandom, type Random } from '../differential/random.ts';
import { fakeClient, type FakeClient } from './fake-client.ts';
import { fakeGroups, operationOf } from './fake-groups.ts';
import { planSelecting } from './fake-selections.ts';
import { cursorOf, fakeLog, type FakeLog } from './fake-log.ts';

const CLIENTS = 24;
const STEPS = 600;
const RUNS = 4;
const MISBEHAVIOUR = { lost: 0.02, doubled: 0.03, swapped: 0.02 };

const turn = () => new Promise((resolve) => setImmediate(resolve));

interface World {
  readonly random: Random;
  readonly log: FakeLog;
  readonly clients: readonly FakeClient[];
}

/** One of the things that happen: mostly events, sometimes trouble. */
function happen({ random, log, clients }: World): void {
  const client = random.pick(clients);
  // One that has got nothing yet has no place to come back to.
  const least = client.seqs.length === 0 ? 1 : 0;
  const chance = random.next();
  if (chance < 0.7) for (let count = random.below(4); count >= 0; count -= 1) log.append();
  else if (chance < 0.8) client.take(least + random.below(40));
  else if (chance < 0.88) client.take(least);
  else if (chance < 0.93) client.take(Number.POSITIVE_INFINITY);
  else if (chance < 0.99) client.comeAgain();
  else log.kill();
}

/** Lets everybody take everything, and the log tell its last entries without a fault: a number that is missing shows at the next. */
async function settle({ log, clients }: World): Promise<void> {
  log.faults = { lost: 0, doubled: 0, swapped: 0 };
  await waitUntil(async () => {
    log.append();
    for (const client of clients) client.take(Number.POSITIVE_INFINITY);
    for (let count = 0; count < 20; count += 1) await turn();
    return clients.every((client) => client.seqs.at(-1) === log.length);
  });
}

async function simulate(seed: number, isNumbered: boolean, isMixed = false): Promise<World & { readonly groupsLeft: () => number }> {
  const random = seededRandom(seed);
  const log = fakeLog({ seed, isNumbered });
  const { groups } = fakeGroups();
  const plans = Array.from({ length: CLIENTS }, () => (isMixed ? planSelecting(log, random.below(1_024)) : log.plan));
  const clients = plans.map((plan) => fakeClient(groups, (after) => operationOf(plan, after)));
  const world = { random, log, clients, groupsLeft: () => groups.size };
  for (let count = 0; count < 300; count += 1) log.append();
  clients.forEach((client, index) => client.join(index % 3 === 0 ? undefined : cursorOf(random.below(300))));
  await turn();
  // Only numbers show what is missing; without them the upstream has to be faithful.
  if (isNumbered) log.faults = MISBEHAVIOUR;
  for (let step = 0; step < STEPS; step += 1) {
    happen(world);
    if (random.chance(0.6)) await turn();
  }
  await settle(world);
  return world;
}

function expectWhole({ clients, log }: World): void {
  for (const { seqs, ended } of clients) {
    const first = seqs[0]!;
    expect(ended).toBeUndefined();
    expect(seqs).toEqual(Array.from({ length: log.length - first + 1 }, (_, index) => first + index));
  }
}

describe('a log in a simulated world of lost, doubled and reordered events, dying upstreams and slow, stalled and returning clients', () => {
  it.each([
    [true, false],
    [false, false],
    [true, true],
    [false, true],
  ])('comes to every client whole, once and in order (numbered: %s, distinct selections: %s)', async (isNumbered, isMixed) => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const world = await simulate(seed, isNumbered, isMixed);
        expectWhole(world);
        for (const client of world.clients) client.leave();
        expect(world.groupsLeft()).toBe(0);
        await waitUntil(() => world.log.open === 0);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a state in the same world', () => {
  it('reaches every client in its latest form', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const random = seededRandom(seed);
        const log = fakeLog({ seed, live: { share: 'VIEWER', policy: 'LATEST' }, isNumbered: false });
        const { groups } = fakeGroups();
        const clients = Array.from({ length: CLIENTS }, () => fakeClient(groups, (after) => operationOf(log.plan, after)));
        for (const client of clients) client.join();
        const world = { random, log, clients };
        for (let step = 0; step < STEPS; step += 1) {
          happen(world);
          if (random.chance(0.6)) await turn();
        }
        await settle(world);
        for (const { seqs } of clients) expect(seqs).toEqual(seqs.toSorted((one, other) => one - other));
        for (const client of clients) client.leave();
        await waitUntil(() => log.open === 0);
      }),
      { numRuns: RUNS },
    );
  });
});
