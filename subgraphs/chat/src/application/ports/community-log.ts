import type { CommunityId } from '../../domain/community.ts';
import type { CommunityChange, CommunityEvent } from '../../domain/event/community-event.ts';
import type { FollowedLog } from './followed-log.ts';

/** An entry about to be put into a community's log. */
export interface CommunityLogEntry {
  readonly communityId: CommunityId;
  readonly change: CommunityChange;
  readonly accessEpoch: number;
  readonly occurredAt: Date;
}

/** The logs of communities: the truth behind their live feeds. */
export type CommunityLog = FollowedLog<CommunityId, CommunityEvent>;

/** A community's log within one transaction. */
export interface CommunityLogWriter {
  /** Locks the log, appends an entry and answers its number. */
  append(entry: CommunityLogEntry): Promise<number>;
}

/** Tells the live feeds of all processes that a community's log has grown. At most once: the log is the truth. */
export interface CommunityHints {
  publish(communityId: CommunityId, hint: { readonly seq: number; readonly accessEpoch: number }): void;
}
