import { err, ok, type Result } from '@veza/kernel';
import { auditDraft, changesBetween } from '../../domain/audit.ts';
import type { ChannelId } from '../../domain/channel.ts';
import { can, canView } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, limitReached, notPermitted } from '../../domain/failure.ts';
import { archivedAt } from '../../domain/thread.ts';
import { inChannel } from '../auto-mod/guard-text.ts';
import type { ThreadActor } from '../management/admission.ts';
import { publishRetold, retellSource, type Retold } from './retell-source.ts';
import type { ThreadDependencies } from './thread-dependencies.ts';
import { threadDescription } from './thread-description.ts';

/** What is to change in a thread; undefined = as it is. */
export interface UpdateThreadCommand {
  readonly actorId: UserId;
  readonly threadId: ChannelId;
  readonly name?: string | undefined;
  readonly isArchived?: boolean | undefined;
  readonly isLocked?: boolean | undefined;
  readonly archiveAfterSeconds?: number | undefined;
  readonly reason?: string | null | undefined;
}

/**
 * Names a thread, archives it or opens it again, locks it, or changes the silence that archives it. Its maker may while it is not locked, but
 * not lock it; whoever may write in it may open it again; MANAGE_THREADS may everything.
 * Fails with NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED, AUTOMOD_BLOCKED.
 */
export function updateThread(deps: ThreadDependencies) {
  const { access, guard, perform, clock, limits } = deps;

  const refusedName = async ({ actorId, threadId, name }: UpdateThreadCommand): Promise<ChatFailure | undefined> => {
    const standing = name === undefined ? undefined : (await access.channels(actorId, [threadId])).get(threadId);
    const guarded = canView(standing) ? inChannel(name ?? '', actorId, standing) : undefined;
    return guarded && guard({ ...guarded, path: 'name' });
  };

  return async (command: UpdateThreadCommand): Promise<Result<ChannelId, ChatFailure>> => {
    const { actorId, threadId, reason } = command;
    const caught = await refusedName(command);
    if (caught) return err(caught);
    const updated = await perform<ThreadActor, Retold | null>({
      actorId,
      reason,
      admit: async (admit) => {
        const admitted = await admit.toThread(actorId, threadId);
        return admitted.ok && !mayUpdate(command, admitted.value) ? err(notPermitted('threadId')) : admitted;
      },
      async perform(repositories, { communityId, accessEpoch, thread: { name, thread } }) {
        const at = clock();
        const { isLocked, archiveAfterSeconds } = thread;
        const before = { name, isArchived: archivedAt(thread, at) !== null, isLocked, archiveAfterSeconds };
        const wanted = { ...before, ...given(command) };
        const described = threadDescription(wanted, limits);
        if (!described.ok) return described;
        const after = { ...wanted, ...described.value };
        const changes = changesBetween(before, after);
        if (!changes) return ok({ value: null });
        const reopens = before.isArchived && !after.isArchived;
        if (reopens && (await repositories.threads.countActive(communityId, at)) >= limits.activeThreads)
          return err(limitReached('threadId'));
        const isArchived = before.isArchived === after.isArchived ? undefined : after.isArchived;
        await repositories.threads.update(threadId, { ...after, isArchived, at });
        const retold = await retellSource(repositories, { ...thread, actorId, accessEpoch, occurredAt: at });
        const audit = auditDraft('THREAD_UPDATED', { subjectId: threadId, channelId: threadId, changes });
        return ok({ value: retold, done: { audit, change: { kind: 'CHANNELS' }, changesAccess: before.isLocked !== after.isLocked } });
      },
    });
    if (!updated.ok) return updated;
    await publishRetold(deps, updated.value);
    return ok(threadId);
  };
}

function mayUpdate(command: UpdateThreadCommand, { access, thread: { thread } }: ThreadActor): boolean {
  if (can(access, 'MANAGE_THREADS')) return true;
  if (!can(access, 'SEND_MESSAGES') || command.isLocked !== undefined) return false;
  const { name, archiveAfterSeconds, isArchived } = command;
  const onlyReopens = name === undefined && archiveAfterSeconds === undefined && isArchived === false;
  return onlyReopens || thread.creatorId === command.actorId;
}

/** The fields that were named. */
function given({ name, isArchived, isLocked, archiveAfterSeconds }: UpdateThreadCommand) {
  return {
    ...(name === undefined ? {} : { name }),
    ...(isArchived === undefined ? {} : { isArchived }),
    ...(isLocked === undefined ? {} : { isLocked }),
    ...(archiveAfterSeconds === undefined ? {} : { archiveAfterSeconds }),
  };
}
