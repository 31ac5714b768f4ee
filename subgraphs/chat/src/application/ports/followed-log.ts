import type { Uuid } from '@veza/kernel';

/** Any entry of a log that is followed live. */
export interface FollowedEntry {
  /** Number in its log: from 1, without gaps. */
  readonly seq: number;
  /** Epoch of the permissions under which it was written. */
  readonly accessEpoch: number;
}

/** Where a log stands, and what of it is kept. */
export interface FollowedHead {
  /** The numbering that all logs follow; entries of different epochs do not compare. */
  readonly logEpoch: Uuid;
  /** Number of the newest entry; 0 = empty. */
  readonly lastSeq: number;
  /** Entries up to and including this number are gone. */
  readonly floorSeq: number;
  readonly accessEpoch: number;
}

/** Durable, gapless logs of one kind, by the id of what they are about: the truth behind the live feeds. */
export interface FollowedLog<Id extends string, Entry extends FollowedEntry> {
  /** By id; what has no log has no entry. Read from the primary. */
  heads(ids: readonly Id[]): Promise<ReadonlyMap<Id, FollowedHead>>;
  /** Up to `limit` entries after `afterSeq`, in order, joined with what is true by then. */
  read(id: Id, afterSeq: number, limit: number): Promise<readonly Entry[]>;
}
