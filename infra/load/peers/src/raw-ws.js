import { WebSocketServer } from 'ws';
import { announce } from './announce.js';
import { publishOnDemand } from './publishing.js';

/** The least that a server can do: one `ws.send` of a text for each client, its id put before a payload that is written once. */
const REMEMBERED = 50;
const clients = new Map();
const events = [];
const send = (socket, id, payload) => socket.send(`{"id":"${id}","type":"next","payload":${payload}}`);
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false, handleProtocols: () => 'graphql-transport-ws' });
server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const { type, id, payload } = JSON.parse(data.toString());
    if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
    if (type !== 'subscribe') return;
    clients.set(socket, id);
    if (payload.variables?.after) for (const event of events) send(socket, id, event);
  });
  socket.on('close', () => clients.delete(socket));
});
publishOnDemand(({ __typename, cursor, occurredAt, message }) => {
  const payload = JSON.stringify({ data: { channelEvents: { __typename, cursor, occurredAt, message } } });
  events.push(payload);
  if (events.length > REMEMBERED) events.shift();
  for (const [socket, id] of clients) send(socket, id, payload);
});
server.on('listening', () => announce(`ws://127.0.0.1:${server.address().port}/graphql`));
