import { isDeepStrictEqual } from 'node:util';
import { messageSent, seqOf } from './events.ts';
import { OPTIONAL_FIELDS } from './sdl.ts';
import { leavesOut } from './selections.ts';

interface NextMessage {
  readonly payload?: { readonly data?: { readonly channelEvents?: { readonly cursor?: string } } };
}

/** What a client that made a selection has to be told of an event. */
function expectedEvent(selection: number, seq: number): unknown {
  const { __typename, cursor, occurredAt, message } = messageSent(seq);
  const without = new Set<string>(OPTIONAL_FIELDS.filter((_, bit) => leavesOut(selection, bit)));
  return { __typename, cursor, occurredAt, message: Object.fromEntries(Object.entries(message).filter(([name]) => !without.has(name))) };
}

/**
 * Looks at the last message of every client: it has to be the event that it selected, whole and without errors.
 * @throws Error with the first one that is something else
 */
export function verifyBodies(name: string, bodies: readonly string[], selections: number): void {
  for (const [index, body] of bodies.entries()) {
    const message = JSON.parse(body) as NextMessage;
    const cursor = message.payload?.data?.channelEvents?.cursor ?? '';
    const data = { channelEvents: expectedEvent(index % selections, seqOf(cursor)) };
    if (!isDeepStrictEqual(message, { id: `client-${index}`, type: 'next', payload: { data } }))
      throw new Error(`${name} sends something else to client ${index}: ${body}`);
  }
}
