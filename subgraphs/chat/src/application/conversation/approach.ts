import type { UserId } from '../../domain/community.ts';
import { blocked, type ChatFailure, limitReached, notFound } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import type { BlockReader, DirectSettingReader } from '../ports/conversation.ts';
import type { UserDirectory } from '../ports/user.ts';

/** What decides whether people may be drawn into a conversation. */
export interface ApproachDependencies {
  readonly blocks: BlockReader;
  readonly directSettings: DirectSettingReader;
  readonly users: UserDirectory;
  readonly limits: ChatLimits;
}

/** Decides whether one person may draw others into a conversation. */
export function approach({ blocks, directSettings, users, limits }: ApproachDependencies) {
  return {
    /** Fails with LIMIT_REACHED, NOT_FOUND (somebody does not exist), BLOCKED (between the person and one of the others). */
    async towards(actorId: UserId, others: readonly UserId[]): Promise<ChatFailure | undefined> {
      if (others.length >= limits.participants) return limitReached('userIds');
      const known = await users.find(others);
      if (others.some((userId) => !known.has(userId))) return notFound('userIds');
      return (await blocks.blockedWith(actorId, others)).size > 0 ? blocked('userIds') : undefined;
    },

    /** Fails with NOT_PERMITTED when one of the others takes no new conversations from the person. */
    async anew(actorId: UserId, others: readonly UserId[]): Promise<ChatFailure | undefined> {
      const refusing = await directSettings.refusing(actorId, others);
      if (refusing.size === 0) return undefined;
      return { code: 'NOT_PERMITTED', path: ['userIds'], message: 'One of these people takes no new conversations from you.' };
    },
  };
}
