import { describe, expect, it } from 'vitest';
import { singleFlight } from './single-flight.ts';

describe('singleFlight', () => {
  it('shares what runs with whoever asks meanwhile, and starts anew afterwards', async () => {
    const together = singleFlight<number>();
    let runs = 0;
    const work = async () => (runs += 1);
    expect(await Promise.all([together('a', work), together('a', work), together('b', work)])).toEqual([1, 1, 2]);
    expect(await together('a', work)).toBe(3);
  });

  it('shares a failure, and does not keep it', async () => {
    const together = singleFlight<number>();
    const failing = () => Promise.reject(new Error('broken'));
    const [first, second] = await Promise.allSettled([together('a', failing), together('a', failing)]);
    expect([first.status, second.status]).toEqual(['rejected', 'rejected']);
    expect(await together('a', async () => 1)).toBe(1);
  });
});
