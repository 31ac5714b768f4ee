import type { Clock } from '@veza/kernel';
import { canView, type ChannelAccess } from '../../domain/channel-access.ts';
import type { ChannelEvent } from '../../domain/event/channel-event.ts';
import type { StreamEndReason } from '../../domain/event/stream-end.ts';
import type { ChannelFeed } from './channel-feed.ts';
import { FeedPosition } from './feed-position.ts';

/** What a subscriber gets: entries of the log, each with the cursor to resume after it, and the two ways a stream ends. */
export type FollowedEvent =
  | (ChannelEvent & { readonly cursor: string })
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

/** How one viewer is admitted, again and again. */
export interface Viewer {
  /** What the viewer may do in the channel now; undefined when they are no member. */
  readonly admit: () => Promise<ChannelAccess | undefined>;
  /** Why they are no member any more, or the channel is gone. */
  readonly departure: () => Promise<StreamEndReason>;
}

/** One subscriber: the feed and how it is admitted. Beyond that only a position. */
export interface Subscriber {
  readonly feed: ChannelFeed;
  /** Null for a part of the platform that admits viewers itself: it gets marks instead. */
  readonly viewer: Viewer | null;
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
export async function* followedEvents(subscriber: Subscriber, signal: AbortSignal): AsyncGenerator<FollowedEvent, void> {
  const { feed } = subscriber;
  const position = new FeedPosition(feed, subscriber.seq);
  let { admittedEpoch } = subscriber;
  try {
    while (!signal.aborted) {
      if (feed.logEpoch !== subscriber.logEpoch) return yield resync(subscriber, 'EPOCH_CHANGED');
      if (feed.accessEpoch > admittedEpoch) {
        const admission = await readmission(subscriber);
        if ('reason' in admission) return yield revoked(subscriber, position.seq, admission.reason);
        admittedEpoch = admission.epoch;
        if (!subscriber.viewer) yield mark(subscriber, position.seq, admittedEpoch);
      } else if (position.isAtEnd) {
        await feed.changed(signal);
      } else {
        const event = position.take();
        if (event) yield { ...event, cursor: subscriber.cursorAt(event.seq) };
        else if (!(await position.load())) return yield resync(subscriber, 'CURSOR_EXPIRED');
      }
    }
  } finally {
    position.close();
  }
}

/** Checks the viewer against the present permissions. */
async function readmission({ feed, viewer }: Subscriber): Promise<{ readonly epoch: number } | { readonly reason: StreamEndReason }> {
  const heard = feed.accessEpoch;
  if (!viewer) return { epoch: heard };
  const access = await viewer.admit();
  if (canView(access)) return { epoch: Math.max(heard, access.accessEpoch) };
  return { reason: access ? 'PERMISSION_CHANGED' : await viewer.departure() };
}

function resync({ feed, cursorAt, clock }: Subscriber, reason: StreamEndReason): FollowedEvent {
  return { kind: 'RESYNC_REQUIRED', cursor: cursorAt(feed.next - 1, feed.logEpoch), occurredAt: clock(), reason };
}

function revoked({ cursorAt, clock }: Subscriber, seq: number, reason: StreamEndReason): FollowedEvent {
  return { kind: 'ACCESS_REVOKED', cursor: cursorAt(seq), occurredAt: clock(), reason };
}

function mark({ cursorAt, clock }: Subscriber, seq: number, accessEpoch: number): FeedMark {
  return { kind: 'FEED_MARK', cursor: cursorAt(seq), occurredAt: clock(), seq, accessEpoch };
}
