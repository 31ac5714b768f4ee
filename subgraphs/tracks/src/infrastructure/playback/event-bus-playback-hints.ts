import type { EventBus } from '@veza/messaging';
import type { PlaybackHints } from '../../application/playback/ports.ts';

const NOTHING = new Uint8Array();

/** Hints on `veza.live.tracks.playback.<userId>`; they say only that there is something new to read. */
export function eventBusPlaybackHints(bus: EventBus): PlaybackHints {
  const subject = (userId: string) => `veza.live.tracks.playback.${userId}`;
  return {
    publish: (userId) => bus.publish(subject(userId), NOTHING),
    subscribe: (userId, signal) => bus.subscribe(subject(userId), { signal, queueLimit: 1 }),
  };
}
