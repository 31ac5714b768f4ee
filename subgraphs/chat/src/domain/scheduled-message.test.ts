import { describe, expect, it } from 'vitest';
import { nextAttempt, PATIENCE_MS } from './scheduled-message.ts';

const sendAt = new Date(1_000_000);

describe('nextAttempt', () => {
  it('waits for slow mode and for rates, and for nothing else', () => {
    expect(nextAttempt({ code: 'SLOW_MODE' }, { sendAt, now: sendAt })).toEqual(new Date(1_015_000));
    expect(nextAttempt({ code: 'RATE_LIMITED', retryAfterMs: 70 }, { sendAt, now: sendAt })).toEqual(new Date(1_000_070));
    expect(nextAttempt({ code: 'NOT_PERMITTED' }, { sendAt, now: sendAt })).toBeUndefined();
  });

  it('gives up an hour after the time', () => {
    const now = new Date(sendAt.getTime() + PATIENCE_MS);
    expect(nextAttempt({ code: 'SLOW_MODE' }, { sendAt, now })).toBeUndefined();
  });
});
