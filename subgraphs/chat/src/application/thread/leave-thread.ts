import { ok, type Result } from '@veza/kernel';
import type { ChannelId } from '../../domain/channel.ts';
import type { ChatFailure } from '../../domain/failure.ts';
import type { ThreadMemberCommand } from './join-thread.ts';
import type { ThreadDependencies } from './thread-dependencies.ts';

/** Ends the viewer's membership in a thread; a private one is then gone for them, with its open streams. Fails with NOT_FOUND. */
export function leaveThread({ perform }: ThreadDependencies) {
  return ({ actorId, threadId }: ThreadMemberCommand): Promise<Result<ChannelId, ChatFailure>> =>
    perform({
      actorId,
      isUnlimited: true,
      admit: (admit) => admit.toThread(actorId, threadId),
      async perform({ threads }, { thread: { thread } }) {
        const wasMember = await threads.removeMember(threadId, actorId);
        if (!wasMember || !thread.isPrivate) return ok({ value: threadId });
        return ok({ value: threadId, done: { audit: null, change: null, changesAccess: true } });
      },
    });
}
