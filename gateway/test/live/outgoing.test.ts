import { createServer, type Server } from 'node:http';
import { Socket } from 'node:net';
import { waitUntil } from '@veza/testing';
import { WebSocket, WebSocketServer } from 'ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frameBatch } from '../../src/subscriptions/frame-batch.ts';
import { writtenAnswer } from '../../src/subscriptions/live/event-answer.ts';
import { SharedEvent } from '../../src/subscriptions/live/shared-event.ts';
import { messagePrefix } from '../../src/subscriptions/message-prefix.ts';
import { outgoing, type Outgoing, OUTGOING_LIMITS, tcpSocketOf } from '../../src/subscriptions/outgoing.ts';

let http: Server;
let server: WebSocket;
let client: WebSocket;
let output: Outgoing;
let received: string[];
const frames = frameBatch();

beforeEach(async () => {
  http = createServer();
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const accepted = new Promise<WebSocket>((resolve) => sockets.once('connection', resolve));
  const address = http.address();
  client = new WebSocket(`ws://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
  received = [];
  client.on('message', (data: Buffer) => received.push(data.toString()));
  server = await accepted;
  await new Promise((resolve) => client.once('open', resolve));
  output = outgoing(server, { limits: OUTGOING_LIMITS, frames, now: Date.now });
});
afterEach(() => {
  client.terminate();
  http.close();
});

const prefix = messagePrefix('a"b');
const eventOf = (number: number, bytes: number) =>
  new SharedEvent(
    number,
    { typeName: undefined, cursor: undefined, seq: undefined, subject: undefined, quotes: undefined },
    writtenAnswer(`{"data":"${'x'.repeat(bytes)}"}`),
  );
const messageOf = (bytes: number) => `{"id":"a\\"b","type":"next","payload":{"data":"${'x'.repeat(bytes)}"}}`;

describe('what is written to a client', () => {
  it('goes to the TCP socket that ws owns: a version of ws that hides it would be found here', () => {
    expect(tcpSocketOf(server)).toBeInstanceOf(Socket);
  });

  it('arrives in order, whether it goes through ws or past it, in one frame or in two', async () => {
    output.send('{"type":"connection_ack"}');
    output.event(prefix, eventOf(0, 10));
    output.event(prefix, eventOf(1, 40_000));
    output.send('{"type":"pong"}');
    output.cork();
    for (const bytes of [1, 70_000, 2]) output.event(prefix, eventOf(2, bytes));
    output.uncork();
    output.send('{"type":"ping"}');
    await waitUntil(() => received.length === 8);
    expect(received).toEqual([
      '{"type":"connection_ack"}',
      messageOf(10),
      messageOf(40_000),
      '{"type":"pong"}',
      ...[1, 70_000, 2].map(messageOf),
      '{"type":"ping"}',
    ]);
  });

  it('is well framed at every length that changes the form of a frame', async () => {
    const around = (length: number) => Array.from({ length: 12 }, (_, index) => length - 60 + index * 5 + (index % 5));
    const lengths = [0, ...around(125), ...around(16 * 1024), ...around(65_535), 200_000];
    const closed = new Promise((resolve) => client.once('close', resolve));
    for (const [number, bytes] of lengths.entries()) output.event(prefix, eventOf(number, bytes));
    server.close();
    await closed;
    expect(received.map(({ length }) => length)).toEqual(lengths.map((bytes) => messageOf(bytes).length));
  });

  it('is counted', () => {
    output.send('{"type":"ping"}');
    output.event(prefix, eventOf(0, 10));
    expect([output.sentSince(), output.sentSince()]).toEqual([2, 0]);
  });

  it.each([
    ['small events: 256 of them wait', 100],
    ['large events: a MiB of them waits', 30_000],
  ])('leaves room until too much waits, and tells when it has left: %s', async (_what, bytes) => {
    client.pause();
    const event = eventOf(0, bytes);
    let written = 0;
    // What the network itself takes does not wait here.
    while (tcpSocketOf(server).writableLength === 0) {
      output.event(prefix, event);
      written += 1;
    }
    const before = written;
    while (output.hasRoom()) {
      output.event(prefix, event);
      written += 1;
    }
    expect(written - before).toBeLessThan(OUTGOING_LIMITS.events);
    expect(tcpSocketOf(server).writableLength).toBeLessThanOrEqual(OUTGOING_LIMITS.bytes + bytes + 1_000);
    expect(output.stalledMs()).toBe(0);
    await waitUntil(() => output.stalledMs() > 0);
    const room = new Promise<void>((resolve) => output.whenRoom(resolve));
    client.resume();
    await room;
    expect(output.hasRoom()).toBe(true);
    await waitUntil(() => received.length === written);
    expect(output.stalledMs()).toBe(0);
  });

  it('is nothing after the end', async () => {
    output.end();
    output.send('{"type":"ping"}');
    output.event(prefix, eventOf(0, 10));
    server.send('last');
    await waitUntil(() => received.length > 0);
    expect(received).toEqual(['last']);
  });
});
