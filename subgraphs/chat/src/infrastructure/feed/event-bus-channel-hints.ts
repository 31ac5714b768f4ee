import type { EventBus } from '@veza/messaging';
import type { Log } from '@veza/telemetry';
import { encodeHint, hintSubject } from '../../application/feed/channel-hint.ts';
import type { ChannelHints } from '../../application/ports/log.ts';

/** Hints over the event bus. Never fails its caller: a hint that was not sent is found by the watermark. */
export function eventBusChannelHints(bus: EventBus, log: Log): ChannelHints {
  return {
    publish(channelId, event) {
      try {
        bus.publish(hintSubject(channelId), encodeHint(event));
      } catch (error) {
        log.warn('chat.hint-not-sent', { channelId, error });
      }
    },
  };
}
