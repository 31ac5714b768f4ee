import { describe, expect, it } from 'vitest';
import { SESSION_ABSOLUTE_MS, SESSION_IDLE_MS, sessionExpiry } from './session.ts';

describe('sessionExpiry', () => {
  const created = new Date('2026-01-01T00:00:00.000Z');
  const after = (ms: number) => new Date(created.getTime() + ms);

  it('moves with each use, up to an end that does not move', () => {
    expect(sessionExpiry(created, created)).toEqual(after(SESSION_IDLE_MS));
    expect(sessionExpiry(created, after(1000))).toEqual(after(1000 + SESSION_IDLE_MS));
    expect(sessionExpiry(created, after(SESSION_ABSOLUTE_MS - 1))).toEqual(after(SESSION_ABSOLUTE_MS));
  });
});
