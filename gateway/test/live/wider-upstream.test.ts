import { waitUntil } from '@veza/testing';
import { expect, it } from 'vitest';
import { knownTokens, person, startGateway } from '../app-fixture/gateway.ts';
import { rawSocket, type RawSocket } from '../app-fixture/raw-socket.ts';
import { Rooms, roomsSupergraph, roomsTransports } from './rooms.ts';

const people = { ada: person('ada'), bob: person('bob'), cyd: person('cyd') };
const selecting = (selection: string) => `subscription($id: ID = "room") { roomEvents(roomId: $id) { ... on Said { ${selection} } } }`;
const events = ({ received }: RawSocket) =>
  received.map((message) => (message as { payload: { data: { roomEvents: unknown } } }).payload.data.roomEvents);

it('gives each of several selections only what it selected, joined or not, from one upstream', async () => {
  const rooms = new Rooms();
  await using gateway = await startGateway({
    supergraphSdl: roomsSupergraph(),
    transports: roomsTransports(rooms),
    verifier: knownTokens(people),
  });
  rooms.openedBy.length = 0;
  await using ada = await rawSocket(gateway.socketUrl);
  await using bob = await rawSocket(gateway.socketUrl);
  await using cyd = await rawSocket(gateway.socketUrl);
  const sockets = { ada, bob, cyd };
  const selections = { ada: 'text', bob: 'author { name }', cyd: 'said: text author { id name }' };
  for (const name of ['ada', 'bob', 'cyd'] as const) {
    await sockets[name].init(name);
    sockets[name].send({ id: 's', type: 'subscribe', payload: { query: selecting(selections[name]) } });
  }
  await waitUntil(() => rooms.open >= 2);
  await new Promise((resolve) => setTimeout(resolve, 100));
  rooms.say('one');
  await waitUntil(() => rooms.open === 1);
  rooms.say('two');
  await waitUntil(() => Object.values(sockets).every((socket) => events(socket).length === 2));
  const author = { id: 'person', name: 'name of person' };
  expect(events(ada)).toEqual([{ text: 'one' }, { text: 'two' }]);
  expect(events(bob)).toEqual([{ author: { name: author.name } }, { author: { name: author.name } }]);
  expect(events(cyd)).toEqual([
    { said: 'one', author },
    { said: 'two', author },
  ]);
  expect(new Set(rooms.openedBy)).toEqual(new Set(['gateway']));
});
