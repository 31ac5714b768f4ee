import { describe, expect, it } from 'vitest';
import { residentBytes, residentBytesIn } from './memory.ts';

describe('residentBytesIn', () => {
  it('reads the resident memory in bytes', () => {
    expect(residentBytesIn('VmPeak:\t  999 kB\nVmRSS:\t   2048 kB\nThreads:\t11\n')).toBe(2_097_152);
  });
});

describe('residentBytes', () => {
  it('reads what this process holds', () => {
    expect(residentBytes(process.pid)).toBeGreaterThan(1_000_000);
  });
});
