import { type Id, toUuid } from '@veza/kernel';

/** When an account was made: its id begins with that instant, in milliseconds. @see RFC 9562 §5.7 */
export function joinedAt(userId: Id<'user'>): Date {
  return new Date(Number.parseInt(toUuid('user', userId).replaceAll('-', '').slice(0, 12), 16));
}
