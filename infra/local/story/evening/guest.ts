import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, appClient } from '../client.ts';
import type { Person } from '../people.ts';
import type { ChannelEvent } from './log-line.ts';

const RETRY_MS = 100;

/** Where a guest listens from. */
export interface Place {
  readonly channelId: string;
  readonly cursor: string;
}

/** One client: it follows channels, comes back by the last cursor whenever its line breaks, and writes down what it gets. */
export interface Guest {
  readonly person: Person;
  /** How often it came back. */
  readonly returns: number;
  /** What came of a channel, in order. */
  heard(channelId: string): readonly ChannelEvent[];
  /** Breaks its line, as a phone in a tunnel does. */
  hangUp(): Promise<void>;
  /** Stops listening. */
  leave(): Promise<void>;
}

/** @param takesMs what it needs for each event: more for a slow device */
export function guest(person: Person, places: readonly Place[], takesMs = 0): Guest {
  const heard = new Map<string, ChannelEvent[]>(places.map(({ channelId }) => [channelId, []]));
  let app = appClient(person.app.url, person.app.token);
  let hasLeft = false;
  let returns = 0;

  const take = async (stream: AsyncIterable<Answer>, events: ChannelEvent[]) => {
    for await (const { data, errors } of stream) {
      if (errors) throw new Error(JSON.stringify(errors));
      const { channelEvents: event } = data as unknown as { readonly channelEvents: ChannelEvent };
      events.push(event);
      if (takesMs > 0) await sleep(takesMs);
    }
  };

  const listen = async ({ channelId, cursor }: Place) => {
    const events = heard.get(channelId) ?? [];
    while (!hasLeft && events.at(-1)?.__typename !== 'AccessRevoked') {
      const after = events.at(-1)?.cursor ?? cursor;
      await take(app.follow('ChannelEvents', { channelId, after }), events).catch(() => undefined);
      returns += 1;
      await sleep(RETRY_MS);
    }
  };

  const listening = places.map((place) => listen(place));
  return {
    person,
    get returns() {
      return returns;
    },
    heard: (channelId) => heard.get(channelId) ?? [],
    async hangUp() {
      const line = app;
      app = appClient(person.app.url, person.app.token);
      await line.close();
    },
    async leave() {
      hasLeft = true;
      await app.close();
      await Promise.all(listening);
    },
  };
}
