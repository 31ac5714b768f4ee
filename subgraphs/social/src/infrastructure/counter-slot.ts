import { type Id, toUuid } from '@veza/kernel';

/** Rows over which one counter is spread. */
const SLOTS = 4;

/** The slot in which somebody's actions count: theirs for ever, so that what they add they also take away. */
export function counterSlot(userId: Id<'user'>): number {
  return Number.parseInt(toUuid('user', userId).slice(-2), 16) % SLOTS;
}
