import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { waitUntil } from '@veza/testing';
import { expect, it } from 'vitest';
import { knownTokens, person, startGateway } from '../app-fixture/gateway.ts';
import { rawSocket, type RawSocket } from '../app-fixture/raw-socket.ts';
import { Rooms, roomsSupergraph, roomsTransports } from './rooms.ts';

const CLIENTS = 1_000;
const AT_ONCE = 100;
const MIB = 1024 * 1024;
const names = Array.from({ length: AT_ONCE }, (_, index) => `p${index}`);
const people = Object.fromEntries(names.map((name) => [name, person(`${name}x`)]));
const query = 'subscription($after: String) { roomEvents(roomId: "room", after: $after) { cursor ... on Said { text author { name } } } }';

function usedHeap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

it(`leaves nothing behind when ${CLIENTS} clients have come and gone, politely and not`, async () => {
  const rooms = new Rooms();
  await using gateway = await startGateway({
    supergraphSdl: roomsSupergraph(),
    transports: roomsTransports(rooms),
    verifier: knownTokens(people),
  });
  const come = async (name: string): Promise<RawSocket> => {
    const socket = await rawSocket(gateway.socketUrl);
    await socket.init(name);
    socket.send({ id: 's', type: 'subscribe', payload: { query, variables: { after: 'c0' } } });
    return socket;
  };
  const visit = async (): Promise<void> => {
    const crowd = await Promise.all(names.map(come));
    rooms.say('hello');
    await waitUntil(() => crowd.every(({ received }) => received.length > 0));
    for (const [index, socket] of crowd.entries()) {
      if (index % 3 === 0) socket.send({ id: 's', type: 'complete' });
      if (index % 3 === 1) socket.socket.terminate();
      else socket.socket.close();
    }
    await Promise.all(crowd.map(({ closed }) => closed));
    await waitUntil(() => rooms.open === 0, { timeoutMs: 1_000 });
    // What a room has told is the test's own memory.
    rooms.reset();
  };
  await visit();
  const before = usedHeap();
  for (let come = 0; come < CLIENTS; come += AT_ONCE) await visit();
  await waitUntil(() => usedHeap() - before < 2 * MIB);
  const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
  for (const gauge of ['veza_ws_sockets', 'veza_ws_operations', 'veza_ws_buffer_bytes', 'veza_live_groups', 'veza_live_subscribers']) {
    expect(metrics).toMatch(new RegExp(`^${gauge} 0$`, 'm'));
  }
});
