import type { EventBus } from '@veza/messaging';
import type { Log } from '@veza/telemetry';
import { communityHintSubject } from '../../application/feed/community-hint.ts';
import type { CommunityHints } from '../../application/ports/community-log.ts';

/** Hints over the event bus. Never fails its caller: a hint that was not sent is found by the watermark. */
export function eventBusCommunityHints(bus: EventBus, log: Log): CommunityHints {
  return {
    publish(communityId, { seq, accessEpoch }) {
      try {
        bus.publish(communityHintSubject(communityId), Buffer.from(JSON.stringify({ seq, accessEpoch })));
      } catch (error) {
        log.warn('chat.hint-not-sent', { communityId, error });
      }
    },
  };
}
