import type { EventBus } from '@veza/messaging';

/** Hints about one thing each, by its id. */
export interface Hints {
  publish(id: string): void;
  subscribe(id: string, signal: AbortSignal): AsyncIterable<unknown>;
}

const NOTHING = new Uint8Array();

/** Hints on `veza.live.tracks.<topic>.<id>`; they say only that there is something new to read. */
export function eventBusHints(bus: EventBus, topic: 'playback' | 'processing'): Hints {
  const subject = (id: string) => `veza.live.tracks.${topic}.${id}`;
  return {
    publish: (id) => bus.publish(subject(id), NOTHING),
    subscribe: (id, signal) => bus.subscribe(subject(id), { signal, queueLimit: 1 }),
  };
}
