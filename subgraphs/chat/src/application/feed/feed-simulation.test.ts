import { describe, expect, it } from 'vitest';
import { simulateFeed } from './fakes/feed-simulation.ts';

/** Deliveries of the long run, e.g. `VEZA_SIMULATED_DELIVERIES=2000000`; without it a few seeds are played. */
const WANTED = Number(process.env['VEZA_SIMULATED_DELIVERIES'] ?? 20_000);
const FIRST_SEED = 1_000;

/** Numbers that are missing, that came twice, and that stand after a higher one. */
function faultsOf(received: readonly number[], expected: readonly number[]) {
  const seen = new Set(received);
  return {
    missing: expected.filter((seq) => !seen.has(seq)).length,
    doubled: received.length - seen.size,
    misplaced: received.filter((seq, index) => index > 0 && seq < received[index - 1]!).length,
  };
}

describe('followChannel under a bus, nodes and clients that fail', () => {
  it('delivers every entry once and in order', async () => {
    const totals = { deliveries: 0, crashes: 0, reconnections: 0, seeds: 0 };
    for (let seed = FIRST_SEED; totals.deliveries < WANTED; seed += 1) {
      const { received, expected, crashes, reconnections } = await simulateFeed({ seed, entries: 400, readers: 10 });
      for (const one of received) {
        expect({ seed, ...faultsOf(one, expected) }).toEqual({ seed, missing: 0, doubled: 0, misplaced: 0 });
        totals.deliveries += one.length;
      }
      totals.crashes += crashes;
      totals.reconnections += reconnections;
      totals.seeds += 1;
    }
    expect(totals.crashes).toBeGreaterThan(0);
    if (process.env['VEZA_SIMULATED_DELIVERIES']) console.log('0 missing, 0 double, 0 out of order', totals);
  }, 3_600_000);
});
