import type { CommunityId, UserId } from './community.ts';

/** Somebody who may not come back. */
export interface Ban {
  readonly communityId: CommunityId;
  readonly userId: UserId;
  readonly actorId: UserId;
  readonly reason: string | null;
  /** When it ends by itself; null = never. */
  readonly until: Date | null;
  readonly createdAt: Date;
}
