import type { EventSink } from './event-sink.ts';
import type { Feed } from './feed.ts';
import type { SharedEvent } from './shared-event.ts';

/**
 * ADMITTING: somebody decides whether the client may follow, at the start and again whenever permissions have changed; nothing is sent.
 * CATCHING_UP: it gets what it has missed from a feed of its own. LIVE: it has got everything. LAGGING: it takes nothing just now, and keeps
 * its place. ENDED: completed, refused, given up or gone.
 *
 * ADMITTING → LIVE | CATCHING_UP (a cursor is given, and its place is not in memory) | ENDED (refused) · CATCHING_UP → LIVE (reached an event
 * that the live feed has) | LAGGING · LIVE → LAGGING (no room) | CATCHING_UP (its place is not in memory any more) · LAGGING → whichever it
 * was, once there is room.
 */
export type SubscriberState = 'ADMITTING' | 'CATCHING_UP' | 'LIVE' | 'LAGGING' | 'ENDED';

/** Who a subscriber is and where it begins. */
export interface SubscriberOptions {
  readonly sink: EventSink;
  /** The person, where somebody decides who may follow. */
  readonly userId: string | undefined;
  /** Cursor of the last event that the client has seen. */
  readonly after: string | undefined;
}

/** One client in a group. It holds a place in a feed and no events, so a slow one costs nothing but its socket's buffer. */
export class Subscriber {
  readonly sink: EventSink;
  readonly userId: string | undefined;
  state: SubscriberState = 'ADMITTING';
  /** The feed it reads; undefined until it is admitted. */
  feed: Feed | undefined = undefined;
  /** Number of the next event in that feed. */
  next = 0;
  /** Epoch of the permissions under which it was admitted; infinite where nobody decides. */
  accessEpoch = Number.POSITIVE_INFINITY;
  /** Whether it may be given what was sent before it came. */
  readsHistory = true;
  /** Where the client stands. */
  cursor: string | undefined;
  /** It is told when there is room. */
  isWaitingForRoom = false;
  /** Events of a lossy stream that wait for room, by what they are about; at most 64. */
  readonly waiting = new Map<unknown, SharedEvent>();

  constructor({ sink, userId, after }: SubscriberOptions) {
    this.sink = sink;
    this.userId = userId;
    this.cursor = after;
  }
}
