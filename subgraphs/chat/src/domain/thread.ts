import type { Id } from '@veza/kernel';
import type { UserId } from './community.ts';

/** What makes a channel a thread. */
export interface Thread {
  /** The channel that it hangs on, whose permissions it takes over. */
  readonly parentId: Id<'channel'>;
  /** The message of the parent that it grew from; null when from none. */
  readonly sourceMessageId: Id<'message'> | null;
  readonly creatorId: UserId;
  /** Whether only its members see it, and those with MANAGE_THREADS. */
  readonly isPrivate: boolean;
  /** Whether only those with MANAGE_THREADS write in it. */
  readonly isLocked: boolean;
  /** Seconds of silence after which it is archived. */
  readonly archiveAfterSeconds: number;
  /** When it was archived by hand; null when it was not, or when somebody wrote in it since. */
  readonly closedAt: Date | null;
  /** Its last message, its making or its reopening by hand, whichever came last. */
  readonly lastActiveAt: Date;
}

/** Seconds of silence after which a thread may be archived: an hour, a day, three days, a week. */
export const ARCHIVE_AFTER_SECONDS: readonly number[] = [3_600, 86_400, 259_200, 604_800];

/** The silence of a thread whose maker said nothing of it. */
export const DEFAULT_ARCHIVE_AFTER_SECONDS = 259_200;

/** Since when a thread is archived, by hand or by silence; null while it is active. Nothing is written when silence archives it. */
export function archivedAt({ closedAt, lastActiveAt, archiveAfterSeconds }: Thread, now: Date): Date | null {
  if (closedAt !== null) return closedAt;
  const silentAt = new Date(lastActiveAt.getTime() + archiveAfterSeconds * 1000);
  return silentAt <= now ? silentAt : null;
}
