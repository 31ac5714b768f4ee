import { describe, expect, it } from 'vitest';
import { fixedClock } from './fixed-clock.ts';

describe('fixedClock', () => {
  it('stands still until it is moved', () => {
    const clock = fixedClock('2026-05-01T10:00:00.000Z');
    expect([clock(), clock()]).toEqual([new Date('2026-05-01T10:00:00.000Z'), new Date('2026-05-01T10:00:00.000Z')]);
    clock.advance(1_500);
    expect(clock().toISOString()).toBe('2026-05-01T10:00:01.500Z');
    clock.set('2020-01-01T00:00:00.000Z');
    expect(clock().toISOString()).toBe('2020-01-01T00:00:00.000Z');
  });

  it('hands out instants that a caller may change without changing the clock', () => {
    const clock = fixedClock();
    clock().setFullYear(1999);
    expect(clock().toISOString()).toBe('2026-01-01T00:00:00.000Z');
  });
});
