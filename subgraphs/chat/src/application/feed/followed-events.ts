import type { Clock } from '@veza/kernel';
import type { StreamEndReason } from '../../domain/event/stream-end.ts';
import type { FollowedEntry } from '../ports/followed-log.ts';
import { FeedPosition } from './feed-position.ts';
import type { LogFeed } from './log-feed.ts';

/** What a subscriber gets: entries of the log, each with the cursor to resume after it, the two ways a stream ends, and marks. */
export type Followed<Entry> =
  | (Entry & { readonly cursor: string })
  | {
      readonly kind: 'RESYNC_REQUIRED' | 'ACCESS_REVOKED';
      readonly cursor: string;
      readonly occurredAt: Date;
      readonly reason: StreamEndReason;
    }
  | FeedMark;

/** Where a log and its permissions stand, for a part of the platform that admits viewers itself. No entry of the log. */
export interface FeedMark {
  readonly kind: 'FEED_MARK';
  readonly cursor: string;
  readonly occurredAt: Date;
  /** Number of the last entry handed out. */
  readonly seq: number;
  readonly accessEpoch: number;
}

/** How one viewer stands towards what they follow: the epoch under which they may, or why they may no longer. */
export type Standing = { readonly accessEpoch: number } | { readonly reason: StreamEndReason };

/** One subscriber: the feed and how it is admitted. Beyond that only a position. */
export interface Subscriber<Entry extends FollowedEntry> {
  readonly feed: LogFeed<string, Entry>;
  /** Checks the viewer against the present permissions. Null for a part of the platform that admits viewers itself: it gets marks instead. */
  readonly admit: (() => Promise<Standing>) | null;
  readonly cursorAt: (seq: number, logEpoch?: string) => string;
  readonly clock: Clock;
  /** Epoch of the permissions under which the viewer was admitted; below all others when nobody was yet. */
  readonly admittedEpoch: number;
  readonly logEpoch: string;
  /** Last entry the viewer has. */
  readonly seq: number;
}

/**
 * Entries after the subscriber's position until `signal` aborts. An entry written under newer permissions than the viewer was admitted
 * with is held until they are checked again: after a revocation nothing written later is handed out. Without a viewer a mark comes first and
 * before whatever was written under newer permissions.
 */
export async function* followedEvents<Entry extends FollowedEntry>(
  subscriber: Subscriber<Entry>,
  signal: AbortSignal,
): AsyncGenerator<Followed<Entry>, void> {
  const { feed } = subscriber;
  const position = new FeedPosition(feed, subscriber.seq);
  let { admittedEpoch } = subscriber;
  try {
    while (!signal.aborted) {
      if (feed.logEpoch !== subscriber.logEpoch) return yield resync(subscriber, 'EPOCH_CHANGED');
      if (feed.accessEpoch > admittedEpoch) {
        const standing = await readmission(subscriber);
        if ('reason' in standing) return yield revoked(subscriber, position.seq, standing.reason);
        admittedEpoch = standing.accessEpoch;
        if (!subscriber.admit) yield mark(subscriber, position.seq, admittedEpoch);
      } else if (position.isAtEnd) {
        await feed.changed(signal);
      } else {
        const entry = position.take();
        if (entry) yield { ...entry, cursor: subscriber.cursorAt(entry.seq) };
        else if (!(await position.load())) return yield resync(subscriber, 'CURSOR_EXPIRED');
      }
    }
  } finally {
    position.close();
  }
}

async function readmission<Entry extends FollowedEntry>({ feed, admit }: Subscriber<Entry>): Promise<Standing> {
  const heard = feed.accessEpoch;
  if (!admit) return { accessEpoch: heard };
  const standing = await admit();
  return 'reason' in standing ? standing : { accessEpoch: Math.max(heard, standing.accessEpoch) };
}

function resync<Entry extends FollowedEntry>({ feed, cursorAt, clock }: Subscriber<Entry>, reason: StreamEndReason): Followed<Entry> {
  return { kind: 'RESYNC_REQUIRED', cursor: cursorAt(feed.next - 1, feed.logEpoch), occurredAt: clock(), reason };
}

function revoked<Entry extends FollowedEntry>(
  { cursorAt, clock }: Subscriber<Entry>,
  seq: number,
  reason: StreamEndReason,
): Followed<Entry> {
  return { kind: 'ACCESS_REVOKED', cursor: cursorAt(seq), occurredAt: clock(), reason };
}

function mark<Entry extends FollowedEntry>({ cursorAt, clock }: Subscriber<Entry>, seq: number, accessEpoch: number): FeedMark {
  return { kind: 'FEED_MARK', cursor: cursorAt(seq), occurredAt: clock(), seq, accessEpoch };
}
