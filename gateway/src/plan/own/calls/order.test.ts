import { describe, expect, it } from 'vitest';
import { order } from './order.ts';

describe('the order of calls and writes', () => {
  it('puts a write between the calls before and after it, though the clock stands still', () => {
    const { next, last, written, lastWrite } = order(20, () => 0);
    expect(lastWrite('ada')).toBe(0);
    const before = next();
    expect(last()).toBe(before);
    written('ada');
    const after = next();
    expect(lastWrite('ada')).toBeGreaterThan(before);
    expect(lastWrite('ada')).toBeLessThan(after);
    expect(lastWrite('bob')).toBe(0);
  });

  it('forgets writes that are too old to matter, and keeps a later one of the same writer', () => {
    const time = { now: 0 };
    const { written, lastWrite } = order(20, () => time.now);
    for (const [now, writer] of [
      [0, 'ada'],
      [5, 'bob'],
      [10, 'ada'],
      [26, 'eve'],
    ] as const) {
      time.now = now;
      written(writer);
    }
    expect(lastWrite('bob')).toBe(0);
    expect(lastWrite('ada')).toBeGreaterThan(0);
    expect(lastWrite('eve')).toBeGreaterThan(lastWrite('ada'));
  });
});
