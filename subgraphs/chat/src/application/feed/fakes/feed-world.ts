import type { EventBus } from '@veza/messaging';
import type { ChannelAccess } from '../../../domain/channel-access.ts';
import { channelCursors } from '../../../domain/event/log-cursor.ts';
import { DEFAULT_PERMISSIONS, type PermissionBits } from '../../../domain/permissions.ts';
import { channelFeeds } from '../channel-feeds.ts';
import { encodeHint, hintSubject } from '../channel-hint.ts';
import { followChannel } from '../follow-channel.ts';
import type { FollowedEvent } from '../follow-channel.ts';
import { fakeChannelLog, type FakeChannelLog } from './fake-channel-log.ts';
import { fakeChannelId, fakeMessage, fakeUserId } from './fake-message.ts';
import { type BusFaults, lossyEventBus } from './lossy-event-bus.ts';

const silentLog = { debug() {}, info() {}, warn() {}, error() {} };
const PERFECT: BusFaults = { random: () => 1, turn: async () => undefined, lost: 0, doubled: 0, delayed: 0 };

/** Feeds of one channel on a log, a bus and a clock that the test holds. For tests. */
export function feedWorld(options: { readonly faults?: BusFaults; readonly log?: FakeChannelLog; readonly bus?: EventBus } = {}) {
  const log = options.log ?? fakeChannelLog(fakeChannelId);
  const bus = options.bus ?? lossyEventBus(options.faults ?? PERFECT);
  const standing: { permissions: PermissionBits | undefined } = { permissions: DEFAULT_PERMISSIONS };
  const access = {
    async channels() {
      const { permissions } = standing;
      if (permissions === undefined) return new Map();
      const head = (await log.heads([fakeChannelId])).get(fakeChannelId)!;
      const channel = {
        id: fakeChannelId,
        communityId: 'community_x',
        categoryId: null,
        kind: 'TEXT',
        name: 'x',
        topic: null,
        position: 0,
        slowModeSeconds: 0,
      } as const;
      return new Map<typeof fakeChannelId, ChannelAccess>([
        [fakeChannelId, { channel, accessEpoch: head.accessEpoch, permissions, roleIds: [], timedOutUntil: null, isBlocked: false, head }],
      ]);
    },
    communities: async () => new Map(),
    hiddenChannels: async () => [],
    viewers: async () => new Map(),
    departures: async () => new Map([[fakeUserId, 'LEFT'] as const]),
    departure: async () => 'LEFT' as const,
  };
  const time = { ms: 0 };
  const clock = () => new Date(time.ms);
  const feeds = channelFeeds({ log, bus, clock, logger: silentLog });
  const follow = followChannel({ access, log, feeds, clock });
  const controllers: AbortController[] = [];
  const subscribe = async (after?: string) => {
    const controller = new AbortController();
    controllers.push(controller);
    const followed = await follow({ viewerId: fakeUserId, channelId: fakeChannelId, after, signal: controller.signal });
    if (!followed.ok) throw new Error(followed.error.code);
    return followed.value;
  };
  const send = (number: number) => {
    const event = log.commit('MESSAGE_SENT', fakeMessage(number));
    bus.publish(hintSubject(fakeChannelId), encodeHint(event));
    return event;
  };
  return { log, bus, feeds, time, follow, subscribe, send, standing, stop: () => controllers.forEach((controller) => controller.abort()) };
}

/** Number of an event, or the kind of an ending. */
export const seqOf = (event: FollowedEvent) => ('seq' in event ? event.seq : event.kind);
/** Cursor of a place in the channel's log. */
export const cursor = (seq: number, logEpoch = '8f14e45f-ceea-467a-9575-28d6f7a0a1b2') =>
  channelCursors.encode({ id: fakeChannelId, logEpoch, seq });

/** Reads until there are so many events or the stream ends. */
export async function take(stream: AsyncIterator<FollowedEvent>, count: number): Promise<FollowedEvent[]> {
  const events: FollowedEvent[] = [];
  while (events.length < count) {
    const { done, value } = await stream.next();
    if (done) break;
    events.push(value);
  }
  return events;
}
