import { type AdapterFixture, describeEachAdapter, fixedClock, type FixedClock } from '@veza/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inProcessRateLimiter } from '../src/in-process/index.ts';
import type { RateLimit, RateLimiter } from '../src/index.ts';

const inProcess: AdapterFixture<RateLimiter, [FixedClock]> = {
  name: 'in-process',
  open: async (clock) => ({ adapter: inProcessRateLimiter({ clock }), close: async () => undefined }),
};

/** A bucket as one would count it by hand: filled drop by drop, one millisecond at a time. Drops per unit are chosen so that all is whole. */
function naiveBucket({ capacity, refillPerSecond }: RateLimit) {
  const DROPS_PER_UNIT = 1000;
  let drops = capacity * DROPS_PER_UNIT;
  let allowed = true;
  return {
    advance(ms: number) {
      for (let step = 0; step < ms; step += 1) drops = Math.min(capacity * DROPS_PER_UNIT, drops + refillPerSecond);
    },
    take(cost: number) {
      allowed = cost * DROPS_PER_UNIT <= drops;
      if (allowed) drops -= cost * DROPS_PER_UNIT;
    },
    last: () => ({ allowed, remaining: Math.floor(drops / DROPS_PER_UNIT) }),
    refund(cost: number) {
      drops = Math.min(capacity * DROPS_PER_UNIT, drops + cost * DROPS_PER_UNIT);
    },
  };
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('take' as const), amount: fc.integer({ min: 0, max: 12 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('advance' as const), amount: fc.integer({ min: 0, max: 2_500 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('refund' as const), amount: fc.integer({ min: 0, max: 3 }) }) },
);

describeEachAdapter('RateLimiter', [inProcess], ({ open }) => {
  const limit: RateLimit = { capacity: 3, refillPerSecond: 2 };
  const opened = async () => {
    const clock = fixedClock();
    return { clock, limiter: await open(clock) };
  };

  it('lets a full bucket through at once, then one unit per refill', async () => {
    const { clock, limiter } = await opened();
    for (const remaining of [2, 1, 0])
      expect(await limiter.take('k', 1, limit)).toMatchObject({ allowed: true, remaining, retryAfterMs: 0 });
    expect(await limiter.take('k', 1, limit)).toEqual({ allowed: false, remaining: 0, retryAfterMs: 500, resetMs: 1_500 });
    clock.advance(499);
    expect(await limiter.take('k', 1, limit)).toMatchObject({ allowed: false, retryAfterMs: 1 });
    clock.advance(1);
    expect(await limiter.take('k', 1, limit)).toMatchObject({ allowed: true, remaining: 0 });
  });

  it('looks without taking when the cost is 0', async () => {
    const { limiter } = await opened();
    await limiter.take('k', 2, limit);
    expect(await limiter.take('k', 0, limit)).toEqual({ allowed: true, remaining: 1, retryAfterMs: 0, resetMs: 1_000 });
    expect(await limiter.take('k', 1, limit)).toMatchObject({ allowed: true, remaining: 0 });
  });

  it('always refuses a cost above the capacity and takes nothing for it', async () => {
    const { limiter } = await opened();
    expect(await limiter.take('k', 4, limit)).toEqual({ allowed: false, remaining: 3, retryAfterMs: 2_000, resetMs: 0 });
    expect(await limiter.take('k', 3, limit)).toMatchObject({ allowed: true });
  });

  it('keeps the buckets of two keys apart', async () => {
    const { limiter } = await opened();
    await limiter.take('a', 3, limit);
    expect(await limiter.take('b', 3, limit)).toMatchObject({ allowed: true });
  });

  it('gives back what was not used, never more than fits', async () => {
    const { limiter } = await opened();
    await limiter.take('k', 3, limit);
    await limiter.refund('k', 2, limit);
    expect(await limiter.take('k', 0, limit)).toMatchObject({ remaining: 2 });
    await limiter.refund('k', 9, limit);
    await limiter.refund('absent', 9, limit);
    expect(await limiter.take('k', 0, limit)).toMatchObject({ remaining: 3, resetMs: 0 });
  });

  it('passes exactly the capacity when many take at once', async () => {
    const { limiter } = await opened();
    const decisions = await Promise.all(Array.from({ length: 50 }, () => limiter.take('k', 1, limit)));
    expect(decisions.filter(({ allowed }) => allowed)).toHaveLength(3);
  });

  it('stays exact over a refill that does not divide a second', async () => {
    const { clock, limiter } = await opened();
    const thirds: RateLimit = { capacity: 3, refillPerSecond: 3 };
    for (let second = 0; second < 200; second += 1) {
      for (let unit = 0; unit < 3; unit += 1)
        expect(await limiter.take('k', 1, thirds)).toMatchObject({ allowed: true, remaining: 2 - unit });
      expect(await limiter.take('k', 1, thirds)).toMatchObject({ allowed: false });
      clock.advance(1_000);
    }
  });

  it('refuses costs and limits that mean nothing', async () => {
    const { limiter } = await opened();
    for (const cost of [-1, Number.NaN, Number.POSITIVE_INFINITY]) await expect(limiter.take('k', cost, limit)).rejects.toThrow(RangeError);
    await expect(limiter.take('k', 1, { capacity: 0, refillPerSecond: 1 })).rejects.toThrow(RangeError);
    await expect(limiter.take('k', 1, { capacity: 1, refillPerSecond: 0 })).rejects.toThrow(RangeError);
  });

  it('decides as a bucket filled drop by drop would', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 10 }),
        fc.constantFrom(1, 2, 4, 5, 8, 10, 20, 125),
        fc.array(step, { maxLength: 60 }),
        async (capacity, refillPerSecond, steps) => {
          const { clock, limiter } = await opened();
          const rates = { capacity, refillPerSecond };
          const bucket = naiveBucket(rates);
          const decided: unknown[] = [];
          const counted: unknown[] = [];
          for (const { do: action, amount } of steps) {
            bucket[action](amount);
            if (action === 'advance') clock.advance(amount);
            if (action === 'refund') await limiter.refund('k', amount, rates);
            if (action === 'take') {
              const { allowed, remaining } = await limiter.take('k', amount, rates);
              decided.push({ allowed, remaining });
              counted.push(bucket.last());
            }
          }
          expect(decided).toEqual(counted);
        },
      ),
      { seed: 20_261_125, numRuns: 300 },
    );
  });

  it('tells exactly when a refused take would pass', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom(1, 3, 7, 11),
        fc.integer({ min: 1, max: 8 }),
        async (capacity, refillPerSecond, wanted) => {
          const cost = Math.min(wanted, capacity);
          const { clock, limiter } = await opened();
          const rates = { capacity, refillPerSecond };
          await limiter.take('k', capacity, rates);
          const { retryAfterMs } = await limiter.take('k', cost, rates);
          clock.advance(retryAfterMs - 1);
          expect(await limiter.take('k', cost, rates)).toMatchObject({ allowed: false });
          clock.advance(1);
          expect(await limiter.take('k', cost, rates)).toMatchObject({ allowed: true });
        },
      ),
      { seed: 20_261_125, numRuns: 200 },
    );
  });
});
