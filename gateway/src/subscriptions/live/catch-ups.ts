import type { Feed } from './feed.ts';
import { Pace } from './pace.ts';
import type { SharedEvent } from './shared-event.ts';
import type { Subscriber } from './subscriber.ts';

/** A feed from a cursor on, and who reads it. */
interface CatchUp {
  readonly feed: Feed;
  readonly cursor: string;
  readonly readers: Set<Subscriber>;
  readonly pace: Pace;
}

/** The catch-ups of one group. Those who go on from the same cursor share one, and it ends with its last reader. */
export class CatchUps {
  readonly #live: Feed;
  readonly #open: (after: string) => Feed;
  readonly #byFeed = new Map<Feed, CatchUp>();
  readonly #byCursor = new Map<string, CatchUp>();

  /** @param live the feed that readers go over to @param open makes a feed that begins after a cursor */
  constructor(live: Feed, open: (after: string) => Feed) {
    this.#live = live;
    this.#open = open;
  }

  /** Puts a subscriber on a feed from its cursor on. */
  enter(subscriber: Subscriber, cursor: string): void {
    const catchUp = this.#fresh(cursor) ?? this.#begin(cursor);
    catchUp.readers.add(subscriber);
    subscriber.state = 'CATCHING_UP';
    subscriber.feed = catchUp.feed;
    subscriber.next = 0;
    catchUp.pace.changed();
  }

  /** Takes a subscriber off its feed, if that is a catch-up. */
  leave(subscriber: Subscriber): void {
    const catchUp = subscriber.feed && this.#byFeed.get(subscriber.feed);
    if (!catchUp?.readers.delete(subscriber)) return;
    if (catchUp.readers.size === 0) this.#end(catchUp);
    else catchUp.pace.changed();
  }

  /** Someone has taken something of a feed. */
  progressed(feed: Feed): void {
    this.#byFeed.get(feed)?.pace.changed();
  }

  /** Resolves when a feed may be read on; undefined when it may be at once. */
  turn(feed: Feed): Promise<void> | undefined {
    const catchUp = this.#byFeed.get(feed);
    return catchUp?.pace.turn(feed, catchUp.readers);
  }

  /** A catch-up has brought an event: perhaps the live feed has it too. */
  place(event: SharedEvent): void {
    event.liveNext = this.#live.ring.after(event.marks);
  }

  /** The live feed has brought an event: perhaps catch-ups have come to it already. */
  placeNewest(): void {
    for (const { feed } of this.#byFeed.values()) {
      const { newest } = feed.ring;
      if (newest && newest.liveNext === undefined) this.place(newest);
    }
  }

  reopen(): void {
    for (const feed of this.#byFeed.keys()) feed.reopen();
  }

  endAll(): void {
    for (const catchUp of this.#byFeed.values()) this.#end(catchUp);
  }

  /** One that still has its first event, so that it can be joined. */
  #fresh(cursor: string): CatchUp | undefined {
    const known = this.#byCursor.get(cursor);
    return known && known.feed.ring.oldest === 0 && !known.feed.end ? known : undefined;
  }

  #begin(cursor: string): CatchUp {
    const catchUp = { feed: this.#open(cursor), cursor, readers: new Set<Subscriber>(), pace: new Pace() };
    this.#byFeed.set(catchUp.feed, catchUp);
    this.#byCursor.set(cursor, catchUp);
    catchUp.feed.start();
    return catchUp;
  }

  #end(catchUp: CatchUp): void {
    this.#byFeed.delete(catchUp.feed);
    if (this.#byCursor.get(catchUp.cursor) === catchUp) this.#byCursor.delete(catchUp.cursor);
    catchUp.feed.stop();
    catchUp.pace.changed();
  }
}
