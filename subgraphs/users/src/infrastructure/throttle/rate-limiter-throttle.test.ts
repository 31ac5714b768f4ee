import { inProcessRateLimiter } from '@veza/key-value/in-process';
import { fixedClock } from '@veza/testing';
import { describe, expect, it } from 'vitest';
import { rateLimiterThrottle } from './rate-limiter-throttle.ts';
import { DEFAULT_USERS_LIMITS } from './users-limits.ts';

const open = (exemptsLoopback = false) => {
  const clock = fixedClock();
  const rateLimiter = inProcessRateLimiter({ clock });
  return { clock, throttle: rateLimiterThrottle({ rateLimiter, limits: DEFAULT_USERS_LIMITS, blind: (text) => text, exemptsLoopback }) };
};

describe('rateLimiterThrottle', () => {
  it('counts for each address, and for one address whatever it calls itself', async () => {
    const { throttle } = open();
    for (let time = 0; time < 5; time += 1) expect((await throttle.takeForAddress('sign-up', '192.0.2.1')).ok).toBe(true);
    expect(await throttle.takeForAddress('sign-up', '::ffff:192.0.2.1')).toMatchObject({ ok: false, error: { code: 'RATE_LIMITED' } });
    expect((await throttle.takeForAddress('sign-up', '192.0.2.2')).ok).toBe(true);
  });

  it('passes over this machine only where it is told to', async () => {
    const [exempting, counting] = [open(true).throttle, open(false).throttle];
    for (let time = 0; time < 5; time += 1)
      await Promise.all([exempting, counting].map((throttle) => throttle.takeForAddress('sign-up', '127.0.0.1')));
    expect((await exempting.takeForAddress('sign-up', '127.0.0.1')).ok).toBe(true);
    expect((await counting.takeForAddress('sign-up', '127.0.0.1')).ok).toBe(false);
    expect((await counting.takeForAddress('sign-up', undefined)).ok).toBe(true);
  });

  it('holds the longer limit too, and does not use it up with what the shorter one refused', async () => {
    const { throttle, clock } = open();
    let passed = 0;
    for (let attempt = 0; attempt < 300; attempt += 1) {
      if ((await throttle.takeForAddress('sign-up', '192.0.2.1')).ok) passed += 1;
      clock.advance(60_000);
    }
    expect(passed).toBeGreaterThanOrEqual(20);
    expect(passed).toBeLessThanOrEqual(25);
  });

  it('says how long to wait', async () => {
    const { throttle, clock } = open();
    for (let time = 0; time < 3; time += 1) await throttle.take('password-reset', 'a@example.org');
    const refused = await throttle.take('password-reset', 'a@example.org');
    if (refused.ok) throw new Error('the fourth request passed');
    clock.advance(refused.error.retryAfterMs);
    expect((await throttle.take('password-reset', 'a@example.org')).ok).toBe(true);
  });
});
