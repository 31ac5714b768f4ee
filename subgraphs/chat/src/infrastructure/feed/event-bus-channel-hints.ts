import type { EventBus } from '@veza/messaging';
import type { Log } from '@veza/telemetry';
import { encodeHead, encodeHint, hintSubject } from '../../application/feed/channel-hint.ts';
import type { ChannelHints } from '../../application/ports/log.ts';
import type { ChannelId } from '../../domain/channel.ts';

/** Hints over the event bus. Never fails its caller: a hint that was not sent is found by the watermark. */
export function eventBusChannelHints(bus: EventBus, log: Log): ChannelHints {
  const send = (channelId: ChannelId, encode: () => Uint8Array) => {
    try {
      bus.publish(hintSubject(channelId), encode());
    } catch (error) {
      log.warn('chat.hint-not-sent', { channelId, error });
    }
  };
  return {
    publish: (channelId, event) => send(channelId, () => encodeHint(event)),
    announce: (channelId, head) => send(channelId, () => encodeHead(head)),
  };
}
