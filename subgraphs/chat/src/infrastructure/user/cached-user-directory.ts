import type { Clock } from '@veza/kernel';
import type { UserDirectory } from '../../application/ports/user.ts';
import type { UserId } from '../../domain/community.ts';
import type { UserCard } from '../../domain/user-card.ts';

/** Milliseconds that a card is believed without looking again: an event that many streams carry is then looked up once. */
const BELIEVED_MS = 1_000;
/** Cards kept at most; beyond, all are forgotten. */
const CAPACITY = 10_000;

interface Kept {
  readonly card: UserCard;
  readonly untilMs: number;
}

/** A directory that remembers for a second. People who were not found are looked for again. */
export function cachedUserDirectory(directory: UserDirectory, clock: Clock): UserDirectory {
  const kept = new Map<UserId, Kept>();
  return {
    async find(userIds) {
      const nowMs = clock().getTime();
      const fresh = (userId: UserId) => {
        const known = kept.get(userId);
        return known && known.untilMs > nowMs ? known.card : undefined;
      };
      const cards = new Map(userIds.flatMap((userId) => [fresh(userId) ?? []].flat()).map((card) => [card.userId, card]));
      const missing = userIds.filter((userId) => !cards.has(userId));
      if (missing.length === 0) return cards;
      if (kept.size > CAPACITY) kept.clear();
      for (const [userId, card] of await directory.find(missing)) {
        kept.set(userId, { card, untilMs: nowMs + BELIEVED_MS });
        cards.set(userId, card);
      }
      return cards;
    },
  };
}
