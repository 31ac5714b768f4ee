import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil } from '@veza/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { knownTokens, person, startGateway, type RunningGateway } from '../app-fixture/gateway.ts';
import { rawSocket, type RawSocket } from '../app-fixture/raw-socket.ts';
import { Rooms, roomsSupergraph, roomsTransports } from './rooms.ts';

const supergraphSdl = roomsSupergraph();
const people = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`p${index}`, person(`p${index}x`)]));
const idOf = (name: string) => people[name]!.userId as string;

const EVENTS = `subscription($after: String) {
  roomEvents(roomId: "room", after: $after) { cursor ... on Said { text author { name } } ... on AccessRevoked { reason } ... on ResyncRequired { reason } }
}`;

const rooms = new Rooms();
let gateway: RunningGateway;

async function start(): Promise<void> {
  gateway = await startGateway({ supergraphSdl, transports: roomsTransports(rooms), verifier: knownTokens(people) });
}
beforeAll(start);
beforeEach(async () => {
  await waitUntil(() => rooms.open === 0);
  rooms.reset();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const subscribe = (query = EVENTS, variables: object = {}) => ({ id: 's', type: 'subscribe', payload: { query, variables } });

async function follower(name: string, query = EVENTS, variables: object = {}): Promise<RawSocket> {
  const socket = await rawSocket(gateway.socketUrl);
  await socket.init(name);
  socket.send(subscribe(query, variables));
  return socket;
}

/** Text of each event that came, and the type of every other message. */
const told = ({ received }: RawSocket) =>
  received.map(
    (message) => (message as { payload?: { data?: { roomEvents: { text?: string } } } }).payload?.data?.roomEvents.text ?? message['type'],
  );

const crowdOf = (count: number) => Promise.all(Array.from({ length: count }, (_, index) => follower(`p${index}`)));
/** So many people follow: they were asked about, and the answer had time to arrive. */
async function followed(count: number): Promise<void> {
  await waitUntil(() => rooms.open === 1 && new Set(rooms.admissionCalls.flat()).size === count);
  await sleep(20);
}
const close = (crowd: readonly RawSocket[]) => Promise.all(crowd.map((socket) => socket[Symbol.asyncDispose]()));

describe('a topic', () => {
  it('is read once, as the gateway, for everybody who is admitted; events are joined once', async () => {
    const crowd = await crowdOf(30);
    await followed(30);
    rooms.say('hello');
    await waitUntil(() => crowd.every(({ received }) => received.length === 1));
    expect(rooms.openedBy).toEqual(['gateway']);
    expect(rooms.joins).toBe(1);
    expect(crowd[7]!.received).toEqual([
      { id: 's', type: 'next', payload: { data: { roomEvents: { cursor: 'c1', text: 'hello', author: { name: 'name of person' } } } } },
    ]);
    await close(crowd);
    await waitUntil(() => rooms.open === 0, { timeoutMs: 1_000 });
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(metrics).toMatch(/^veza_live_groups 0$/m);
    expect(metrics).toMatch(/^veza_live_subscribers 0$/m);
  });

  it('refuses who may not follow it, as if it did not exist', async () => {
    rooms.members.set(idOf('p1'), false);
    await using refused = await follower('p1');
    expect(await refused.next()).toMatchObject({ id: 's', type: 'error', payload: [{ extensions: { code: 'NOT_FOUND' } }] });
    expect(rooms.openedBy).toEqual([]);
  });

  it('is not shared with what depends on who looks', async () => {
    const query = 'subscription { roomEvents(roomId: "room") { cursor ... on Said { text isMine } } }';
    await using own = await follower('p1', query);
    await using other = await follower('p2', query);
    await waitUntil(() => rooms.open === 2);
    rooms.say('hello');
    await waitUntil(() => told(own).length === 1 && told(other).length === 1);
    expect(rooms.openedBy.toSorted()).toEqual([idOf('p1'), idOf('p2')]);
    expect(own.received[0]).toMatchObject({ payload: { data: { roomEvents: { isMine: true } } } });
  });

  it('is asked for as itself by somebody whom nobody could admit', async () => {
    await using anonymous = await rawSocket(gateway.socketUrl);
    await anonymous.init();
    anonymous.send(subscribe());
    expect(await anonymous.next()).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'NOT_FOUND' } }] });
    expect(rooms.openedBy).toEqual(['anonymous']);
  });
});

describe('a change of permissions', () => {
  it('holds everybody until they are admitted again: one question, nothing lost, nothing told of the mark', async () => {
    const crowd = await crowdOf(10);
    await followed(10);
    const before = rooms.admissionCalls.length;
    rooms.say('before');
    rooms.permit(idOf('p39'), false);
    rooms.say('after');
    await waitUntil(() => crowd.every((socket) => told(socket).length === 2));
    for (const socket of crowd) expect(told(socket)).toEqual(['before', 'after']);
    expect(rooms.admissionCalls.slice(before).map((asked) => asked.length)).toEqual([10]);
    await close(crowd);
  });

  it('ends the stream of who may not follow any more, in silence too; nothing written since reaches them', async () => {
    await using kicked = await follower('p1');
    await using staying = await follower('p2');
    await followed(2);
    rooms.say('one');
    await waitUntil(() => told(kicked).length === 1);
    rooms.permit(idOf('p1'), false);
    rooms.say('secret');
    await waitUntil(() => told(staying).length === 2 && kicked.received.length === 3);
    expect(kicked.received.slice(1)).toEqual([
      { id: 's', type: 'next', payload: { data: { roomEvents: { cursor: 'c1', reason: 'KICKED' } } } },
      { id: 's', type: 'complete' },
    ]);
    expect(told(staying)).toEqual(['one', 'secret']);
  });

  it('is known from an event alone when the mark is lost', async () => {
    await using kicked = await follower('p1');
    await followed(1);
    rooms.permit(idOf('p1'), false, false);
    rooms.say('secret');
    expect(await kicked.next()).toMatchObject({ payload: { data: { roomEvents: { reason: 'KICKED' } } } });
    expect(await kicked.next()).toEqual({ id: 's', type: 'complete' });
    await waitUntil(() => rooms.open === 0);
  });

  it('waits for a subgraph that answers under an older epoch', async () => {
    await using one = await follower('p1');
    await followed(1);
    rooms.admissionEpoch = 1;
    rooms.permit(idOf('p2'), true);
    rooms.say('hello');
    await sleep(250);
    expect(told(one)).toEqual([]);
    rooms.admissionEpoch = undefined;
    await waitUntil(() => told(one).length === 1);
  });
});

describe('the way back', () => {
  it('goes on after the last event when the subgraph dies', async () => {
    const crowd = await crowdOf(5);
    await followed(5);
    rooms.say('one');
    await waitUntil(() => crowd.every((socket) => told(socket).length === 1));
    rooms.kill();
    rooms.say('two');
    await waitUntil(() => rooms.open === 1 && crowd.every((socket) => told(socket).length === 2));
    rooms.say('three');
    await waitUntil(() => crowd.every((socket) => told(socket).length === 3));
    for (const socket of crowd) expect(told(socket)).toEqual(['one', 'two', 'three']);
    await close(crowd);
  });

  it('goes on after a cursor when the socket died, shared by those with the same one, and together again once they are live', async () => {
    for (const text of ['one', 'two', 'three']) rooms.say(text);
    const crowd = await Promise.all(Array.from({ length: 10 }, (_, index) => follower(`p${index}`, EVENTS, { after: 'c1' })));
    await waitUntil(() => crowd.every((socket) => told(socket).length === 2));
    expect(rooms.openedBy).toHaveLength(2);
    rooms.say('four');
    await waitUntil(() => crowd.every((socket) => told(socket).length === 3) && rooms.open === 1);
    for (const socket of crowd) expect(told(socket)).toEqual(['two', 'three', 'four']);
    await close(crowd);
  });

  it('is not for those who may not be given what they missed: they go on from the head, or are told to load anew', async () => {
    rooms.marksBeginning = true;
    for (const name of ['p1', 'p2']) rooms.newcomers.add(idOf(name));
    for (const text of ['one', 'two']) rooms.say(text);
    await using atHead = await follower('p1', EVENTS, { after: 'c2' });
    await followed(1);
    await using behind = await follower('p2', EVENTS, { after: 'c1' });
    expect(await behind.next()).toMatchObject({ payload: { data: { roomEvents: { cursor: 'c2', reason: 'HISTORY_NOT_READABLE' } } } });
    expect(await behind.next()).toEqual({ id: 's', type: 'complete' });
    rooms.say('three');
    await waitUntil(() => told(atHead).length === 1);
    expect(told(atHead)).toEqual(['three']);
    expect(rooms.openedBy).toEqual(['gateway']);
  });

  it('goes on after a cursor when the gateway died', async () => {
    const first = await follower('p1');
    await followed(1);
    rooms.say('one');
    await waitUntil(() => told(first).length === 1);
    await gateway[Symbol.asyncDispose]();
    expect((await first.closed).code).toBe(1012);
    await waitUntil(() => rooms.open === 0);
    rooms.say('two');
    await start();
    await using again = await follower('p1', EVENTS, { after: 'c1' });
    await waitUntil(() => told(again).length === 1);
    expect(told(again)).toEqual(['two']);
  });
});
