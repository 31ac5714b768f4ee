import { err, ok, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import type { ChannelId } from '../../domain/channel.ts';
import { can } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, notFound, notPermitted } from '../../domain/failure.ts';
import type { ThreadActor } from '../management/admission.ts';
import type { AddThreadMemberCommand } from './add-thread-member.ts';
import type { ThreadDependencies } from './thread-dependencies.ts';

/** Whom to remove from which thread, and why. */
export interface RemoveThreadMemberCommand extends AddThreadMemberCommand {
  readonly reason?: string | null | undefined;
}

/**
 * Removes somebody from a thread. The maker of a private thread may, and MANAGE_THREADS. From a private thread its streams end for them.
 * Fails with NOT_FOUND, NOT_PERMITTED, INVALID.
 */
export function removeThreadMember({ perform }: ThreadDependencies) {
  return ({ actorId, threadId, userId, reason }: RemoveThreadMemberCommand): Promise<Result<ChannelId, ChatFailure>> =>
    perform<ThreadActor, ChannelId>({
      actorId,
      reason,
      async admit(admit) {
        const admitted = await admit.toThread(actorId, threadId);
        return admitted.ok && !mayRemove(admitted.value, actorId) ? err(notPermitted('threadId')) : admitted;
      },
      async perform({ threads }, { thread: { thread } }) {
        if (!(await threads.removeMember(threadId, userId))) return err(notFound('userId'));
        const audit = auditDraft('THREAD_MEMBER_REMOVED', { subjectId: threadId, userId, channelId: threadId });
        return ok({ value: threadId, done: { audit, change: null, changesAccess: thread.isPrivate } });
      },
    });
}

function mayRemove({ access, thread: { thread } }: ThreadActor, actorId: UserId): boolean {
  if (can(access, 'MANAGE_THREADS')) return true;
  return thread.isPrivate && thread.creatorId === actorId && can(access, 'SEND_MESSAGES');
}
