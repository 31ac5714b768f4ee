import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { Opcode, serverFrame } from '../fanout/frames.ts';
import { announce, parentSettings } from '../process/serve-parent.ts';

const { messages } = parentSettings<{ readonly messages: readonly string[] }>();
const frames = messages.map((message) => serverFrame(Opcode.text, Buffer.from(message)));
const acknowledgement = serverFrame(Opcode.text, Buffer.from('{"type":"connection_ack"}'));
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** Sends the same messages to whoever asks, one write each, as a loop of `ws.send` does. It looks nothing up and decides nothing. */
const server = createServer();
server.on('upgrade', ({ headers }, socket) => {
  const accept = createHash('sha1')
    .update(`${headers['sec-websocket-key'] ?? ''}${GUID}`)
    .digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-accept: ${accept}\r\n` +
      'sec-websocket-protocol: graphql-transport-ws\r\n\r\n',
  );
  let heard = 0;
  socket.on('error', () => socket.destroy());
  // A client greets, and asks once it is acknowledged: nothing of what it says has to be read.
  socket.on('data', () => {
    heard += 1;
    if (heard === 1) socket.write(acknowledgement);
    if (heard === 2) for (const frame of frames) socket.write(frame);
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as { readonly port: number };
  announce(`http://127.0.0.1:${port}/graphql`);
});
