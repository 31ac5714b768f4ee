import { describe, expect, it } from 'vitest';
import { cpuSeconds, cpuSecondsIn } from './cpu-time.ts';

/** A line as proc(5) describes it: fields 14 and 15 are 250 and 50 ticks, those of children 16 and 17 are 30 and 20. */
const STAT = '4242 (node (bench) x) S 1 4242 4242 0 -1 4194304 900 0 0 0 250 50 30 20 20 0 11 0 123456 987654321 4096';

describe('cpuSecondsIn', () => {
  it('adds user and system time, for a program whose name holds brackets and spaces too', () => {
    expect(cpuSecondsIn(STAT, false)).toBe(3);
  });

  it('adds the time of children that were waited for', () => {
    expect(cpuSecondsIn(STAT, true)).toBe(3.5);
  });
});

describe('cpuSeconds', () => {
  it('reads what this process has used', () => {
    expect(cpuSeconds('self')).toBeGreaterThan(0);
  });
});
