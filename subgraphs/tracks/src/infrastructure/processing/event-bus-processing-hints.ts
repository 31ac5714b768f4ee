import type { EventBus } from '@veza/messaging';
import type { ProcessingHints } from '../../application/processing/ports.ts';

const NOTHING = new Uint8Array();

/** Hints on `veza.live.tracks.processing.<trackId>`; they say only that there is something new to read. */
export function eventBusProcessingHints(bus: EventBus): ProcessingHints {
  const subject = (trackId: string) => `veza.live.tracks.processing.${trackId}`;
  return {
    publish: (trackId) => bus.publish(subject(trackId), NOTHING),
    subscribe: (trackId, signal) => bus.subscribe(subject(trackId), { signal, queueLimit: 1 }),
  };
}
