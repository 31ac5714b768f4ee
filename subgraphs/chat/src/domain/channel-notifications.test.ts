import { describe, expect, it } from 'vitest';
import { mutingAt, notificationLevelOf } from './channel-notifications.ts';

const now = new Date('2026-01-01T00:00:00.000Z');

describe('mutingAt', () => {
  it('ends with its last instant, and never without one', () => {
    const mutedUntil = (until: Date | null) => mutingAt({ level: 'ALL', muting: { isMuted: true, until } }, now).isMuted;
    expect([mutedUntil(now), mutedUntil(new Date(now.getTime() + 1)), mutedUntil(null)]).toEqual([false, true, true]);
  });
});

describe('notificationLevelOf', () => {
  it('reads what it wrote, and lets everything through for what it does not know', () => {
    expect([1, 2, 3, 9].map(notificationLevelOf)).toEqual(['ALL', 'MENTIONS', 'NONE', 'ALL']);
  });
});
