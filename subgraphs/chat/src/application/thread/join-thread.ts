import { err, ok, type Result } from '@veza/kernel';
import type { ChannelId } from '../../domain/channel.ts';
import type { ChannelAccess } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, limitReached } from '../../domain/failure.ts';
import type { ThreadDependencies } from './thread-dependencies.ts';

/** Who, and which thread. */
export interface ThreadMemberCommand {
  readonly actorId: UserId;
  readonly threadId: ChannelId;
}

/** Makes the viewer a member of a thread that they see: its messages then count as unread. Fails with NOT_FOUND, LIMIT_REACHED. */
export function joinThread({ perform, clock, limits }: ThreadDependencies) {
  return ({ actorId, threadId }: ThreadMemberCommand): Promise<Result<ChannelId, ChatFailure>> =>
    perform({
      actorId,
      admit: (admit) => admit.toThread(actorId, threadId),
      async perform({ threads }) {
        const added = await threads.addMember(threadId, actorId, { at: clock(), limit: limits.threadMembers });
        return added === 'FULL' ? err(limitReached('threadId')) : ok({ value: threadId });
      },
    });
}

/** Makes an author a member of the thread that they wrote in. */
export type JoinOnSend = (standing: ChannelAccess, authorId: UserId) => Promise<void>;

/** Private threads are joined by being added; whoever only manages them stays outside. A full thread takes the message and no member. */
export function joinOnSend({ unitOfWork, clock, limits }: Pick<ThreadDependencies, 'unitOfWork' | 'clock' | 'limits'>): JoinOnSend {
  return async ({ channel, hasJoined }, authorId) => {
    if (!channel.thread || channel.thread.isPrivate || hasJoined) return;
    await unitOfWork(async ({ threads }): Promise<Result<null, never>> => {
      await threads.addMember(channel.id, authorId, { at: clock(), limit: limits.threadMembers });
      return ok(null);
    });
  };
}
