import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitUntil } from '@veza/testing';
import { openEventStream, type RawEventStream } from './app-fixture/event-stream.ts';
import { startGateway, type RunningGateway } from './app-fixture/gateway.ts';
import { Rooms, roomsSupergraph, roomsTransports } from './live/rooms.ts';

const rooms = new Rooms();
let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway({ supergraphSdl: roomsSupergraph(), transports: roomsTransports(rooms) });
});
afterAll(() => gateway[Symbol.asyncDispose]());

const QUERY = 'subscription($after: String) { roomEvents(roomId: "room", after: $after) { cursor ... on Said { text } } }';

function follow(lastEventId?: string, after?: string): Promise<RawEventStream> {
  const headers = { authorization: 'Bearer ada', ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) };
  return openEventStream(gateway, { query: QUERY, ...(after === undefined ? {} : { variables: { after } }) }, { headers });
}

const said = (number: number) => ({
  id: `c${number}`,
  event: 'next',
  data: JSON.stringify({ data: { roomEvents: { cursor: `c${number}`, text: `text ${number}` } } }),
});

/** The next events, comments left out. */
async function events(stream: RawEventStream, count: number) {
  const found = [];
  while (found.length < count) {
    const block = await stream.next();
    if (!block) throw new Error(`the stream has ended after ${JSON.stringify(found)}`);
    if (!('' in block)) found.push(block);
  }
  return found;
}

describe('an event stream of a log', () => {
  it('tells the cursor of each event as its id, and goes on after the last one that the client has seen', async () => {
    const first = await follow();
    await waitUntil(() => rooms.open === 1, { timeoutMs: 2_000 });
    for (const number of [1, 2]) rooms.say(`text ${number}`);
    expect(await events(first, 2)).toEqual([said(1), said(2)]);
    first.leave();
    await waitUntil(() => rooms.open === 0, { timeoutMs: 2_000 });

    for (const number of [3, 4]) rooms.say(`text ${number}`);
    const again = await follow('c2');
    expect(await events(again, 2)).toEqual([said(3), said(4)]);
    rooms.say('text 5');
    expect(await events(again, 1)).toEqual([said(5)]);
    again.leave();
  });

  it('takes the id for newer than the argument, which is as old as the request', async () => {
    const stream = await follow('c4', 'c1');
    expect(await events(stream, 1)).toEqual([said(5)]);
    stream.leave();
  });
});
