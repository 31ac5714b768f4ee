import { waitUntil } from '@veza/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { knownTokens, person, startGateway, type RunningGateway } from '../app-fixture/gateway.ts';
import { rawSocket, type RawSocket } from '../app-fixture/raw-socket.ts';
import { recordedLog } from '../app-fixture/recorded-log.ts';
import { Rooms, roomsSdl, roomsSupergraph, roomsTransports } from './rooms.ts';

const SDL = roomsSupergraph();
/** Events without numbers: another upstream is asked for. */
const UNNUMBERED = roomsSupergraph(roomsSdl.rooms.replaceAll('seq: Int @inaccessible', '').replaceAll('seq: Int', ''));
/** The selection of the test is not valid on it. */
const WITHOUT_TEXT = roomsSupergraph(roomsSdl.rooms.replace('text: String!', ''));
const people = { ada: person('ada'), bob: person('bob') };
const query = 'subscription($after: String) { roomEvents(roomId: "room", after: $after) { ... on Said { text author { name } } } }';

let rooms: Rooms;
let gateway: RunningGateway;
let log: ReturnType<typeof recordedLog>;
const source = { name: 'the test', pollMs: 60_000, text: SDL, read: () => Promise.resolve(source.text) };

beforeEach(async () => {
  source.text = SDL;
  rooms = new Rooms();
  log = recordedLog();
  gateway = await startGateway({
    supergraphSdl: SDL,
    source,
    transports: roomsTransports(rooms),
    verifier: knownTokens(people),
    log: log.log,
  });
  rooms.openedBy.length = 0;
});
afterEach(() => gateway[Symbol.asyncDispose]());

async function follower(name: keyof typeof people): Promise<RawSocket> {
  const socket = await rawSocket(gateway.socketUrl);
  await socket.init(name);
  socket.send({ id: 's', type: 'subscribe', payload: { query } });
  return socket;
}
const texts = ({ received }: RawSocket) =>
  received.map((message) => (message as { payload: { data: { roomEvents: { text: string } } } }).payload.data.roomEvents.text);

async function reload(text: string): Promise<void> {
  source.text = text;
  expect(await gateway.app.reload?.()).toMatchObject({ kind: 'swapped' });
}

describe('a reload of the supergraph', () => {
  it('keeps the upstream of a stream that is asked for alike, and lets who comes later share it', async () => {
    await using ada = await follower('ada');
    await waitUntil(() => rooms.open === 1);
    rooms.say('one');
    await waitUntil(() => texts(ada).length === 1);
    await reload(`${SDL}\n# the same with another text`);
    rooms.say('two');
    await waitUntil(() => texts(ada).length === 2);
    // The group is prepared anew behind the swap, and then nobody needs the old supergraph.
    await waitUntil(() => log.events.some(({ event }) => event === 'supergraph.closed'));
    await using bob = await follower('bob');
    await waitUntil(() => rooms.admissionCalls.at(-1)?.includes(people.bob.userId));
    rooms.say('three');
    await waitUntil(() => texts(ada).length === 3 && texts(bob).length === 1);
    expect(texts(ada)).toEqual(['one', 'two', 'three']);
    expect(rooms.openedBy.filter((name) => name === 'gateway')).toHaveLength(1);
  });

  it('opens the upstream again after the last event where it is asked for otherwise', async () => {
    await using ada = await follower('ada');
    await waitUntil(() => rooms.open === 1);
    rooms.say('one');
    await waitUntil(() => texts(ada).length === 1);
    await reload(UNNUMBERED);
    rooms.say('two');
    await waitUntil(() => rooms.openedBy.filter((name) => name === 'gateway').length === 2 && rooms.open === 1);
    rooms.say('three');
    await waitUntil(() => texts(ada).length === 3);
    expect(texts(ada)).toEqual(['one', 'two', 'three']);
  });

  it('ends a stream that is not valid any more, and releases everything of it', async () => {
    await using ada = await follower('ada');
    await waitUntil(() => rooms.open === 1);
    await reload(WITHOUT_TEXT);
    expect(await ada.next()).toMatchObject({
      id: 's',
      type: 'error',
      payload: [{ extensions: { code: 'SCHEMA_RELOADED', retryable: true } }],
    });
    await waitUntil(() => rooms.open === 0);
    ada.send({ type: 'ping' });
    expect(await ada.next()).toEqual({ type: 'pong' });
  });
});
