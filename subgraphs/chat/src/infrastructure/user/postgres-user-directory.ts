import type { EntityLookup } from '@veza/graphql';
import type { Database } from '@veza/postgres';
import type { Log } from '@veza/telemetry';
import { inArray } from 'drizzle-orm';
import type { UserDirectory } from '../../application/ports/user.ts';
import type { UserId } from '../../domain/community.ts';
import type { UserCard } from '../../domain/user-card.ts';
import { userCard } from '../tables.ts';

interface Dependencies {
  readonly database: Database;
  /** The users subgraph. */
  readonly users: EntityLookup;
  readonly log: Log;
}

/** The picture's id stands in its address. */
const IMAGE_ID = /\/i\/([a-z0-9]{26})\//;

/** Cards from the owner's events. Whom no event told of yet is asked of the owner once, and kept below every revision that an event may bring. */
export function postgresUserDirectory({ database, users, log }: Dependencies): UserDirectory {
  const known = async (userIds: readonly UserId[]): Promise<readonly UserCard[]> => {
    const rows = await database
      .select()
      .from(userCard)
      .where(inArray(userCard.userId, [...userIds]));
    return rows.map(({ userId, username, displayName, avatarImageId }) => ({ userId, username, displayName, avatarImageId }));
  };

  const askOwner = async (userIds: readonly UserId[]): Promise<readonly UserCard[]> => {
    try {
      const answers = await users.findMany('User', userIds, 'username displayName avatar { url(size: 64) }');
      return userIds.flatMap((userId, index) => cardOf(userId, answers[index]) ?? []);
    } catch (error) {
      log.warn('chat.user-lookup-failed', { error });
      return [];
    }
  };

  const remember = async (cards: readonly UserCard[]): Promise<void> => {
    if (cards.length === 0) return;
    const rows = cards.map((card) => ({ ...card, revision: 0 }));
    await database.insert(userCard).values(rows).onConflictDoNothing();
  };

  return {
    async find(userIds) {
      const found = new Map((await known(userIds)).map((card) => [card.userId, card]));
      const missing = userIds.filter((userId) => !found.has(userId));
      if (missing.length === 0) return found;
      const asked = await askOwner(missing);
      await remember(asked);
      for (const card of asked) found.set(card.userId, card);
      return found;
    },
  };
}

/** An answer of another subgraph is looked at member by member. */
function cardOf(userId: UserId, user: Readonly<Record<string, unknown>> | null | undefined): UserCard | undefined {
  if (!user || typeof user['username'] !== 'string' || typeof user['displayName'] !== 'string') return undefined;
  const { avatar } = user;
  const address = typeof avatar === 'object' && avatar !== null && 'url' in avatar ? String(avatar.url) : '';
  return { userId, username: user['username'], displayName: user['displayName'], avatarImageId: IMAGE_ID.exec(address)?.[1] ?? null };
}
