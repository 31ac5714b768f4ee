import type { BusMessage, EventBus } from '@veza/messaging';
import type { Log } from '@veza/telemetry';
import type { ActivityBus, ActivitySignal } from '../../application/ports/presence.ts';
import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';

/** Signals that wait for a slow listener before the oldest go. */
const QUEUE_LIMIT = 256;

const channelSubject = (channelId: ChannelId) => `veza.live.chat.activity.${channelId}`;
const presenceSubject = (userId: UserId) => `veza.live.chat.presence.${userId}`;
const EVERYBODYS_PRESENCE = 'veza.live.chat.presence.*';

/** Activity over the event bus. */
export function eventBusActivity(bus: EventBus, log: Log): ActivityBus {
  const send = (subject: string, signal: ActivitySignal): void => {
    try {
      bus.publish(subject, Buffer.from(JSON.stringify(signal)));
    } catch (error) {
      log.warn('chat.activity-not-sent', { subject, error });
    }
  };

  return {
    publish: (channelId, signal) => send(channelSubject(channelId), signal),
    publishPresence: (userId, presence) => send(presenceSubject(userId), { kind: 'PRESENCE', userId, presence }),
    listen(channelId, signal, hear) {
      for (const subject of [channelSubject(channelId), EVERYBODYS_PRESENCE])
        void handOn(bus.subscribe(subject, { signal, queueLimit: QUEUE_LIMIT }), hear);
    },
  };
}

async function handOn(messages: AsyncIterable<BusMessage>, hear: (signal: ActivitySignal) => void): Promise<void> {
  for await (const { payload } of messages) {
    const signal = decoded(payload);
    if (signal) hear(signal);
  }
}

/** Reads a signal of our own making; undefined for anything else. */
function decoded(payload: Uint8Array): ActivitySignal | undefined {
  try {
    const revive = (key: string, value: unknown) => (key === 'expiresAt' && typeof value === 'string' ? new Date(value) : value);
    const signal = JSON.parse(Buffer.from(payload).toString(), revive) as ActivitySignal | null;
    return typeof signal?.kind === 'string' ? signal : undefined;
  } catch {
    return undefined;
  }
}
