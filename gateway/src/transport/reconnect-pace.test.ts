import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconnectPace } from './reconnect-pace.ts';

describe('reconnectPace', () => {
  it('does not keep the first try back', () => {
    expect(reconnectPace({ random: () => 0.5, elapsed: () => 0 }).waitMs()).toBe(0);
  });

  it('waits a random part of a time that doubles up to five seconds, until a connection stands', () => {
    const pace = reconnectPace({ random: () => 1, elapsed: () => 0 });
    const waits = Array.from({ length: 8 }, () => (pace.lost(), pace.waitMs()));
    expect(waits).toEqual([200, 400, 800, 1_600, 3_200, 5_000, 5_000, 5_000]);
    pace.connected();
    pace.lost();
    expect(pace.waitMs()).toBe(200);
  });

  it('lets all go on at the same moment', () => {
    let now = 0;
    const pace = reconnectPace({ random: () => 0.5, elapsed: () => now });
    pace.lost();
    const first = now + pace.waitMs();
    now = 40;
    expect(now + pace.waitMs()).toBe(first);
    now = 1_000;
    expect(pace.waitMs()).toBe(0);
  });

  it('never waits less than a tenth of a second or more than five', () => {
    const losses = fc.record({ count: fc.integer({ min: 1, max: 100 }), chance: fc.double({ min: 0, max: 0.999, noNaN: true }) });
    fc.assert(
      fc.property(losses, ({ count, chance }) => {
        const pace = reconnectPace({ random: () => chance, elapsed: () => 0 });
        for (let loss = 0; loss < count; loss += 1) pace.lost();
        expect(pace.waitMs()).toBeGreaterThanOrEqual(100);
        expect(pace.waitMs()).toBeLessThanOrEqual(5_000);
      }),
    );
  });
});
