import type { UserId } from '../../domain/community.ts';
import type { UserCard } from '../../domain/user-card.ts';

/** What chat knows of people. */
export interface UserDirectory {
  /** By person; no entry for people who do not exist, and while nobody can say. At most 2 seconds older than what their owner says. */
  find(userIds: readonly UserId[]): Promise<ReadonlyMap<UserId, UserCard>>;
}
