import { archivedAt, type Thread } from '../../domain/thread.ts';
import type { MemberReader } from '../ports/member.ts';
import { addThreadMember } from './add-thread-member.ts';
import { createThread } from './create-thread.ts';
import { joinThread } from './join-thread.ts';
import { leaveThread } from './leave-thread.ts';
import { listThreadMembers } from './list-thread-members.ts';
import { listThreads } from './list-threads.ts';
import { removeThreadMember } from './remove-thread-member.ts';
import type { ThreadDependencies } from './thread-dependencies.ts';
import { updateThread } from './update-thread.ts';

/** Use cases of threads. */
export function threadUseCases(deps: ThreadDependencies & { readonly members: MemberReader }) {
  return {
    createThread: createThread(deps),
    updateThread: updateThread(deps),
    joinThread: joinThread(deps),
    leaveThread: leaveThread(deps),
    addThreadMember: addThreadMember(deps),
    removeThreadMember: removeThreadMember(deps),
    listThreads: listThreads(deps),
    listThreadMembers: listThreadMembers(deps),
    /** Since when a thread is archived; null while it is active. */
    threadArchivedAt: (thread: Thread): Date | null => archivedAt(thread, deps.clock()),
  };
}

export type ThreadUseCases = ReturnType<typeof threadUseCases>;
