import type { Clock } from '@veza/kernel';
import type { EventBus } from '@veza/messaging';
import type { Log } from '@veza/telemetry';
import type { FollowedEntry } from '../ports/followed-log.ts';
import { type FeedSource, LogFeed, type LogHint } from './log-feed.ts';

/** Milliseconds that a feed without subscribers is kept. */
const IDLE_FEED_MS = 30_000;
/** A log with an entry in this time is looked at in every round of the watermark, others in every fourth. */
const HOT_MS = 60_000;
const COLD_EVERY = 4;
/** Logs whose heads are read in one statement. */
const HEADS_PER_READ = 1000;

/** A subscriber's hold on a feed. */
export interface FeedLease<Id extends string, Entry extends FollowedEntry> {
  readonly feed: LogFeed<Id, Entry>;
  release(): void;
}

interface OpenFeed<Id extends string, Entry extends FollowedEntry> {
  readonly feed: Promise<LogFeed<Id, Entry>>;
  readonly close: AbortController;
  subscribers: number;
  idleSinceMs: number;
  movedAtMs: number;
  lastSeen: number;
}

/** The feeds of the logs that have subscribers in this process. */
export interface LogFeeds<Id extends string, Entry extends FollowedEntry> {
  /** Joins a log's feed, opening it for the first subscriber. Undefined when there is no such log. */
  open(id: Id): Promise<FeedLease<Id, Entry> | undefined>;
  /** One round of the watermark: heads of all open feeds in one read, idle feeds closed. Answers the feeds looked at. */
  watermark(): Promise<number>;
  /** Feeds that are open now. */
  readonly size: number;
}

/** Thrown inside to leave no feed behind for what has no log. */
class NoLog extends Error {}

/** How the hints about logs of one kind travel. */
export interface HintChannel<Id extends string, Entry> {
  /** Subject of a log's hints on the bus. */
  subjectOf(id: Id): string;
  /** Reads a hint of our own making; undefined for anything else. */
  decode(payload: Uint8Array): LogHint<Entry> | undefined;
}

/** What feeds work with. */
export interface LogFeedsOptions<Id extends string, Entry extends FollowedEntry> extends FeedSource<Id, Entry> {
  readonly hints: HintChannel<Id, Entry>;
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly logger: Log;
}

/** Feeds on logs of one kind and a bus. The bus may lose, repeat or reorder hints, or be away: then the watermark alone moves the feeds. */
export function logFeeds<Id extends string, Entry extends FollowedEntry>(options: LogFeedsOptions<Id, Entry>): LogFeeds<Id, Entry> {
  const { log, hints: channel, bus, clock, logger } = options;
  const open = new Map<Id, OpenFeed<Id, Entry>>();
  let round = 0;

  const listen = async (
    entry: OpenFeed<Id, Entry>,
    hints: AsyncIterator<{ readonly payload: Uint8Array }>,
    first: Promise<IteratorResult<{ readonly payload: Uint8Array }>>,
  ) => {
    const feed = await entry.feed;
    for (let next = await first; !next.done; next = await hints.next()) {
      const hint = channel.decode(next.value.payload);
      if (!hint) continue;
      entry.movedAtMs = clock().getTime();
      await feed.accept(hint).catch((error: unknown) => logger.warn('chat.feed-behind', { error }));
    }
  };

  /** Registers at the bus before the head is read, so that nothing falls between the two. */
  const start = (id: Id): OpenFeed<Id, Entry> => {
    const close = new AbortController();
    const hints = bus.subscribe(channel.subjectOf(id), { signal: close.signal })[Symbol.asyncIterator]();
    const first = hints.next();
    const feed = log.heads([id]).then((heads) => {
      const head = heads.get(id);
      if (!head) throw new NoLog();
      return new LogFeed(id, options, head);
    });
    const nowMs = clock().getTime();
    const entry: OpenFeed<Id, Entry> = { feed, close, subscribers: 0, idleSinceMs: nowMs, movedAtMs: nowMs, lastSeen: 0 };
    feed.catch(() => shut(id, entry));
    listen(entry, hints, first).catch((error: unknown) => {
      if (!(error instanceof NoLog)) logger.warn('chat.feed-deaf', { id, error });
    });
    open.set(id, entry);
    return entry;
  };

  const shut = (id: Id, entry: OpenFeed<Id, Entry>) => {
    if (open.get(id) === entry) open.delete(id);
    entry.close.abort();
  };

  const closeIdle = (nowMs: number) => {
    for (const [id, entry] of open) {
      if (entry.subscribers === 0 && nowMs - entry.idleSinceMs >= IDLE_FEED_MS) shut(id, entry);
    }
  };

  const isDue = (entry: OpenFeed<Id, Entry>, nowMs: number) => round % COLD_EVERY === 0 || nowMs - entry.movedAtMs < HOT_MS;

  const reachAll = async (ids: readonly Id[]) => {
    const heads = await log.heads(ids);
    await Promise.all(
      Array.from(heads, async ([id, head]) => {
        const entry = open.get(id);
        if (!entry) return;
        if (head.lastSeq > entry.lastSeen) entry.movedAtMs = clock().getTime();
        entry.lastSeen = head.lastSeq;
        await (await entry.feed).reach(head);
      }),
    );
  };

  return {
    get size() {
      return open.size;
    },
    async open(id) {
      const entry = open.get(id) ?? start(id);
      entry.subscribers += 1;
      let isReleased = false;
      const release = () => {
        if (isReleased) return;
        isReleased = true;
        entry.subscribers -= 1;
        entry.idleSinceMs = clock().getTime();
      };
      try {
        return { feed: await entry.feed, release };
      } catch (error) {
        release();
        if (error instanceof NoLog) return undefined;
        throw error;
      }
    },
    async watermark() {
      const nowMs = clock().getTime();
      closeIdle(nowMs);
      const due = Array.from(open).flatMap(([id, entry]) => (isDue(entry, nowMs) ? [id] : []));
      round += 1;
      for (let start = 0; start < due.length; start += HEADS_PER_READ) await reachAll(due.slice(start, start + HEADS_PER_READ));
      return due.length;
    },
  };
}
