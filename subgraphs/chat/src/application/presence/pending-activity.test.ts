import { toTypeId } from '@veza/kernel';
import { describe, expect, it } from 'vitest';
import type { UserId } from '../../domain/community.ts';
import { MAX_PENDING, PendingActivity } from './pending-activity.ts';

const person = (place: number) => toTypeId('user', `019aa000-0000-7000-8000-${place.toString().padStart(12, '0')}`) as UserId;
const at = (seconds: number) => new Date(seconds * 1000);
const typing = (place: number, until = 10) => ({ kind: 'TYPING', userId: person(place), expiresAt: at(until) }) as const;
const all = (pending: PendingActivity, now = at(0)) => {
  const taken = [];
  for (let next = pending.take(now); next; next = pending.take(now)) taken.push(next);
  return taken;
};

describe('PendingActivity', () => {
  it('keeps the latest of each person and kind', () => {
    const pending = new PendingActivity();
    pending.add(typing(1, 10));
    pending.add({ kind: 'PRESENCE', userId: person(1), presence: 'ONLINE' });
    pending.add({ kind: 'PRESENCE', userId: person(1), presence: 'IDLE' });
    pending.add(typing(1, 12));
    expect(all(pending)).toEqual([typing(1, 12), { kind: 'PRESENCE', userId: person(1), presence: 'IDLE' }]);
    expect(pending.isEmpty).toBe(true);
  });

  it('shows no typing that was sent or has faded', () => {
    const pending = new PendingActivity();
    for (const place of [1, 2, 3]) pending.add(typing(place, place * 10));
    pending.add({ kind: 'TYPED', userId: person(3) });
    expect(all(pending, at(10))).toEqual([typing(2, 20)]);
  });

  it('keeps the newest of too many', () => {
    const pending = new PendingActivity();
    for (let place = 0; place < MAX_PENDING + 5; place += 1) pending.add(typing(place));
    expect(all(pending).map(({ userId }) => userId)).toEqual(Array.from({ length: MAX_PENDING }, (_, index) => person(index + 5)));
  });
});
