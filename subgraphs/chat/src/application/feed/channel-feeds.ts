import type { Clock } from '@veza/kernel';
import type { EventBus } from '@veza/messaging';
import type { Log } from '@veza/telemetry';
import type { ChannelId } from '../../domain/channel.ts';
import type { ChannelLog } from '../ports/log.ts';
import { ChannelFeed } from './channel-feed.ts';
import { decodeHint, hintSubject } from './channel-hint.ts';

/** Milliseconds that a feed without subscribers is kept. */
const IDLE_FEED_MS = 30_000;
/** A channel with an entry in this time is looked at in every round of the watermark, others in every fourth. */
const HOT_MS = 60_000;
const COLD_EVERY = 4;
/** Channels whose heads are read in one statement. */
const HEADS_PER_READ = 1000;

/** A subscriber's hold on a feed. */
export interface FeedLease {
  readonly feed: ChannelFeed;
  release(): void;
}

interface OpenFeed {
  readonly feed: Promise<ChannelFeed>;
  readonly close: AbortController;
  subscribers: number;
  idleSinceMs: number;
  movedAtMs: number;
  lastSeen: number;
}

/** The feeds of the channels that have subscribers in this process. */
export interface ChannelFeeds {
  /** Joins the channel's feed, opening it for the first subscriber. Undefined when the channel has no log. */
  open(channelId: ChannelId): Promise<FeedLease | undefined>;
  /** One round of the watermark: heads of all open feeds in one read, idle feeds closed. Answers the feeds looked at. */
  watermark(): Promise<number>;
  /** Feeds that are open now. */
  readonly size: number;
}

/** Thrown inside to leave no feed behind for a channel without a log. */
class NoLog extends Error {}

/** Feeds on one log and one bus. The bus may lose, repeat or reorder hints, or be away: then the watermark alone moves the feeds. */
export function channelFeeds({
  log,
  bus,
  clock,
  logger,
}: {
  readonly log: ChannelLog;
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly logger: Log;
}): ChannelFeeds {
  const open = new Map<ChannelId, OpenFeed>();
  let round = 0;

  const listen = async (
    entry: OpenFeed,
    hints: AsyncIterator<{ readonly payload: Uint8Array }>,
    first: Promise<IteratorResult<{ readonly payload: Uint8Array }>>,
  ) => {
    const feed = await entry.feed;
    for (let next = await first; !next.done; next = await hints.next()) {
      const hint = decodeHint(next.value.payload);
      if (!hint) continue;
      entry.movedAtMs = clock().getTime();
      await feed.accept(hint).catch((error: unknown) => logger.warn('chat.feed-behind', { error }));
    }
  };

  /** Registers at the bus before the head is read, so that nothing falls between the two. */
  const start = (channelId: ChannelId): OpenFeed => {
    const close = new AbortController();
    const hints = bus.subscribe(hintSubject(channelId), { signal: close.signal })[Symbol.asyncIterator]();
    const first = hints.next();
    const feed = log.heads([channelId]).then((heads) => {
      const head = heads.get(channelId);
      if (!head) throw new NoLog();
      return new ChannelFeed(channelId, log, head);
    });
    const nowMs = clock().getTime();
    const entry: OpenFeed = { feed, close, subscribers: 0, idleSinceMs: nowMs, movedAtMs: nowMs, lastSeen: 0 };
    feed.catch(() => shut(channelId, entry));
    listen(entry, hints, first).catch((error: unknown) => {
      if (!(error instanceof NoLog)) logger.warn('chat.feed-deaf', { channelId, error });
    });
    open.set(channelId, entry);
    return entry;
  };

  const shut = (channelId: ChannelId, entry: OpenFeed) => {
    if (open.get(channelId) === entry) open.delete(channelId);
    entry.close.abort();
  };

  const closeIdle = (nowMs: number) => {
    for (const [channelId, entry] of open) {
      if (entry.subscribers === 0 && nowMs - entry.idleSinceMs >= IDLE_FEED_MS) shut(channelId, entry);
    }
  };

  const isDue = (entry: OpenFeed, nowMs: number) => round % COLD_EVERY === 0 || nowMs - entry.movedAtMs < HOT_MS;

  const reachAll = async (channelIds: readonly ChannelId[]) => {
    const heads = await log.heads(channelIds);
    await Promise.all(
      Array.from(heads, async ([channelId, head]) => {
        const entry = open.get(channelId);
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
    async open(channelId) {
      const entry = open.get(channelId) ?? start(channelId);
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
      const due = Array.from(open).flatMap(([channelId, entry]) => (isDue(entry, nowMs) ? [channelId] : []));
      round += 1;
      for (let start = 0; start < due.length; start += HEADS_PER_READ) await reachAll(due.slice(start, start + HEADS_PER_READ));
      return due.length;
    },
  };
}
