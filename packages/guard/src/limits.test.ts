import { describe, expect, it } from 'vitest';
import { isExceeded } from './limit-reading.ts';
import { defaultLimits, limitVariable, looseLimits } from './limits.ts';

describe('limits', () => {
  it('have a variable of the environment each', () => {
    expect(limitVariable('bodyBytes')).toBe('VEZA_LIMIT_BODY_BYTES');
    expect(limitVariable('cost')).toBe('VEZA_LIMIT_COST');
  });

  it('are never tighter when they are loose', () => {
    for (const name of Object.keys(defaultLimits) as (keyof typeof defaultLimits)[]) {
      expect(looseLimits[name], name).toBeGreaterThanOrEqual(defaultLimits[name]);
    }
  });

  it('let the limit itself pass and refuse one more', () => {
    expect(isExceeded({ name: 'depth', max: 12, actual: 12 })).toBe(false);
    expect(isExceeded({ name: 'depth', max: 12, actual: 13 })).toBe(true);
  });
});
