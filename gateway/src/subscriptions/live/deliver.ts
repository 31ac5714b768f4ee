import type { LivePolicy } from '../../supergraph/live-fields.ts';
import type { Feed } from './feed.ts';
import type { SharedEvent } from './shared-event.ts';
import type { Subscriber } from './subscriber.ts';

/** What a group does with a subscriber that cannot simply go on. */
export interface DeliveryCases {
  /** It has no room: it is told when there is. */
  lag(subscriber: Subscriber): void;
  /** Its next event is not in memory any more. Puts it on another feed, or ends it. */
  catchUp(subscriber: Subscriber): void;
  /** It got an event that the live feed has too: from here on it is live. */
  goLive(subscriber: Subscriber, next: number): void;
  /** It has got everything there is. */
  atHead(subscriber: Subscriber, feed: Feed): void;
}

/** Hands a subscriber what it lacks, as far as it takes it. */
export type Deliver = (subscriber: Subscriber, cases: DeliveryCases) => void;

/** Events of a lossy stream that wait for one client. @see gateway.md 6.3 */
export const LOSSY_WAITING = 64;

const isOpen = (subscriber: Subscriber): boolean => subscriber.state !== 'ENDED';

function hasRoom(subscriber: Subscriber, cases: DeliveryCases): boolean {
  if (subscriber.sink.hasRoom()) return true;
  cases.lag(subscriber);
  return false;
}

/** Who is live has been given everything up to this turn, so that what came since is news to nobody. */
const isFit = (event: SharedEvent, { state }: Subscriber) => !event.isOutOfDate || state === 'LIVE';

function deliverOne(subscriber: Subscriber, feed: Feed, cases: DeliveryCases): void {
  const event = feed.ring.at(subscriber.next);
  if (!event || !isFit(event, subscriber)) {
    cases.catchUp(subscriber);
    return;
  }
  subscriber.sink.event(event);
  subscriber.next += 1;
  subscriber.cursor = event.marks.cursor ?? subscriber.cursor;
  if (event.liveNext !== undefined) cases.goLive(subscriber, event.liveNext);
}

/** Every event, in order; the place is kept while there is no room. */
const deliverLog: Deliver = (subscriber, cases) => {
  const { sink } = subscriber;
  const isSeveral = subscriber.feed!.ring.head > subscriber.next;
  if (isSeveral) sink.cork();
  while (isOpen(subscriber) && subscriber.next <= subscriber.feed!.ring.head && hasRoom(subscriber, cases)) {
    deliverOne(subscriber, subscriber.feed!, cases);
  }
  if (isSeveral) sink.flush();
  if (isOpen(subscriber) && subscriber.next > subscriber.feed!.ring.head) cases.atHead(subscriber, subscriber.feed!);
};

/** The latest event; those before it are worth nothing. */
const deliverLatest: Deliver = (subscriber, cases) => {
  const { feed, sink } = subscriber;
  const { newest, head } = feed!.ring;
  if (newest && subscriber.next <= head) {
    if (!hasRoom(subscriber, cases)) return;
    sink.event(newest);
    subscriber.next = head + 1;
  }
  cases.atHead(subscriber, feed!);
};

/** Events about the same take each other's place. */
const keyOf = ({ marks: { typeName, subject }, number }: SharedEvent): unknown =>
  subject === undefined ? number : `${typeName ?? ''} ${subject}`;

function keep({ waiting }: Subscriber, event: SharedEvent): void {
  waiting.set(keyOf(event), event);
  if (waiting.size > LOSSY_WAITING) waiting.delete(waiting.keys().next().value);
}

/** What there is room for; of the rest the newest 64, one for each thing. */
const deliverLossy: Deliver = (subscriber, cases) => {
  const { feed, sink, waiting } = subscriber;
  const { ring } = feed!;
  for (let number = Math.max(subscriber.next, ring.oldest); number <= ring.head; number += 1) {
    const event = ring.at(number)!;
    if (waiting.size === 0 && sink.hasRoom()) sink.event(event);
    else keep(subscriber, event);
  }
  subscriber.next = ring.head + 1;
  for (const [key, event] of waiting) {
    if (!hasRoom(subscriber, cases)) return;
    waiting.delete(key);
    sink.event(event);
  }
  cases.atHead(subscriber, feed!);
};

/** How each policy delivers. */
export const deliverBy: Readonly<Record<LivePolicy, Deliver>> = { LOG: deliverLog, LATEST: deliverLatest, LOSSY: deliverLossy };
