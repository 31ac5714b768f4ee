import type { Clock } from '@veza/kernel';
import type { UserId } from '../../domain/community.ts';
import { inboxCursors } from '../../domain/inbox/inbox-cursor.ts';
import type { InboxLog } from '../ports/inbox.ts';

interface Dependencies {
  readonly inboxLog: InboxLog;
  readonly clock: Clock;
}

export type FindInboxCursor = ReturnType<typeof findInboxCursor>;

/** The cursor to follow a person's inbox from, from now on. */
export function findInboxCursor({ inboxLog, clock }: Dependencies) {
  return async (userId: UserId): Promise<string> => {
    const at = clock();
    const head = (await inboxLog.heads([userId])).get(userId);
    if (!head) throw new Error(`${userId} has no inbox`);
    return inboxCursors(() => at).encode({ id: userId, logEpoch: head.logEpoch, seq: head.lastSeq });
  };
}
