import { err, ok, type Result } from '@veza/kernel';
import type { ChannelId } from '../../domain/channel.ts';
import { can, canView } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, limitReached, notFound, notPermitted } from '../../domain/failure.ts';
import type { ThreadMemberCommand } from './join-thread.ts';
import type { ThreadDependencies } from './thread-dependencies.ts';

/** Whom to add to which thread. */
export interface AddThreadMemberCommand extends ThreadMemberCommand {
  readonly userId: UserId;
}

/**
 * Adds somebody who sees the parent channel to a thread. Its members may who may write in it, and MANAGE_THREADS.
 * Fails with NOT_FOUND, NOT_PERMITTED, LIMIT_REACHED.
 */
export function addThreadMember({ perform, clock, limits }: ThreadDependencies) {
  return ({ actorId, threadId, userId }: AddThreadMemberCommand): Promise<Result<ChannelId, ChatFailure>> =>
    perform({
      actorId,
      async admit(admit) {
        const admitted = await admit.toThread(actorId, threadId);
        if (!admitted.ok) return admitted;
        const { access, thread } = admitted.value;
        const mayAdd = can(access, 'MANAGE_THREADS') || (access.hasJoined === true && can(access, 'SEND_MESSAGES'));
        if (!mayAdd) return err(notPermitted('threadId'));
        const added = (await admit.access.viewers(thread.thread.parentId, [userId])).get(userId);
        return canView(added) ? admitted : err(notFound('userId'));
      },
      async perform({ threads }, { thread: { thread } }) {
        const added = await threads.addMember(threadId, userId, { at: clock(), limit: limits.threadMembers });
        if (added === 'FULL') return err(limitReached('threadId'));
        if (added === 'PRESENT' || !thread.isPrivate) return ok({ value: threadId });
        return ok({ value: threadId, done: { audit: null, change: { kind: 'CHANNELS' }, changesAccess: true } });
      },
    });
}
