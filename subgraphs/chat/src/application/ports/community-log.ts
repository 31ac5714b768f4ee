import type { CommunityChange } from '../../domain/event/community-event.ts';
import type { CommunityId } from '../../domain/community.ts';

/** An entry about to be put into a community's log. */
export interface CommunityLogEntry {
  readonly communityId: CommunityId;
  readonly change: CommunityChange;
  readonly accessEpoch: number;
  readonly occurredAt: Date;
}

/** A community's log within one transaction. */
export interface CommunityLogWriter {
  /** Locks the log, appends an entry and answers its number. */
  append(entry: CommunityLogEntry): Promise<number>;
}

/** Tells the live feeds of all processes that a community's log has grown. At most once: the log is the truth. */
export interface CommunityHints {
  publish(communityId: CommunityId, hint: { readonly seq: number; readonly accessEpoch: number }): void;
}
