import type { GraphQLFormattedError } from 'graphql';
import type { EventSink } from '../../src/subscriptions/live/event-sink.ts';
import type { LiveGroups, Membership } from '../../src/subscriptions/live/groups.ts';
import type { LiveOperation } from '../../src/pipeline/live-operation.ts';
import { cursorOf } from './fake-log.ts';

/** What the data of an event says. */
export interface Received {
  readonly seq?: number;
  readonly typeName?: string;
  readonly cursor?: string;
  readonly reason?: string;
}

/** A client whose room a test decides about. */
export interface FakeClient {
  readonly received: readonly Received[];
  /** Numbers of the events that came. */
  readonly seqs: readonly number[];
  /** How the stream ended, if it did. */
  readonly ended: string | readonly GraphQLFormattedError[] | undefined;
  /** Takes so many events more; infinite at first. */
  take(events: number): void;
  join(after?: string): void;
  leave(): void;
  /** Leaves and comes again after the last event it got. */
  comeAgain(): void;
}

/** A client that is not in a group yet. @param operationAfter what it asks for, from a cursor on */
export function fakeClient(groups: LiveGroups, operationAfter: (after: string | undefined) => LiveOperation): FakeClient {
  const received: Received[] = [];
  let room = Number.POSITIVE_INFINITY;
  let ended: FakeClient['ended'];
  let listener: (() => void) | undefined;
  let membership: Membership | undefined;
  let start: string | undefined;

  /** What comes to one that has left is a fault. */
  const sink = (): EventSink & { isGone: boolean } => ({
    isGone: false,
    hasRoom: () => room > 0,
    whenRoom: (told) => void (listener = told),
    event(event) {
      if (this.isGone || ended !== undefined) throw new Error('an event after the end');
      room -= 1;
      received.push((JSON.parse(event.payload.toString()) as { data: { log: Received } }).data.log);
    },
    cork: () => undefined,
    flush: () => undefined,
    complete: () => void (ended = 'complete'),
    fail: (errors) => void (ended = errors),
    giveUp: () => void (ended = 'too slow'),
  });
  let current: ReturnType<typeof sink> | undefined;
  const seqs = () => received.flatMap(({ seq }) => seq ?? []);

  const client: FakeClient = {
    received,
    get seqs() {
      return seqs();
    },
    get ended() {
      return ended;
    },
    take(events) {
      room = events;
      if (room === 0) return;
      const told = listener;
      listener = undefined;
      told?.();
    },
    join(after) {
      start = after;
      current = sink();
      membership = groups.join(operationAfter(after), current);
    },
    leave() {
      listener = undefined;
      if (current) current.isGone = true;
      membership?.leave();
    },
    comeAgain() {
      client.leave();
      const last = seqs().at(-1);
      client.join(last === undefined ? start : cursorOf(last));
    },
  };
  return client;
}
