import type { CommunityId, UserId } from '../../domain/community.ts';
import type { Departure } from '../../domain/event/stream-end.ts';
import type { ChatRepositories } from '../ports/repositories.ts';

/** A membership about to end. */
export interface Ending {
  readonly communityId: CommunityId;
  readonly userId: UserId;
  /** The epoch before, which the act of management raises by 1. */
  readonly accessEpoch: number;
  readonly how: Departure;
  readonly at: Date;
}

/** Ends a membership with its roles, together with `chat.membership-changed.v1`; false when there was none. */
export async function endMembership(
  { members, events }: Pick<ChatRepositories, 'members' | 'events'>,
  { communityId, userId, accessEpoch, how, at }: Ending,
): Promise<boolean> {
  if (!(await members.remove(communityId, userId, how, at))) return false;
  await events.record('chat.membership-changed.v1', communityId, accessEpoch + 1, { communityId, userId, state: how });
  return true;
}
