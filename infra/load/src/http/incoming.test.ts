import { describe, expect, it } from 'vitest';
import { messageIn, messageReader } from './incoming.ts';

const LENGTH = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello';
const CHUNKED = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n';

describe('messageIn', () => {
  it.each([
    ['with a length', LENGTH],
    ['in chunks', CHUNKED],
  ])('reads a body %s', (_form, text) => {
    const message = messageIn(Buffer.from(text));
    expect(message?.head).toMatch(/^HTTP\/1.1 200 OK/);
    expect(message?.body.toString()).toBe('hello');
    expect(message?.end).toBe(text.length);
  });

  it.each([LENGTH, CHUNKED])('waits for the rest of %j wherever it is cut', (text) => {
    for (let length = 0; length < text.length; length += 1) expect(messageIn(Buffer.from(text.slice(0, length)))).toBeUndefined();
  });
});

describe('messageReader', () => {
  it('tells messages apart that come together or in pieces', () => {
    const bodies: string[] = [];
    const read = messageReader(({ body }) => bodies.push(body.toString()));
    for (const piece of [LENGTH + CHUNKED.slice(0, 60), CHUNKED.slice(60), LENGTH.slice(0, 10), LENGTH.slice(10)]) read(Buffer.from(piece));
    expect(bodies).toEqual(['hello', 'hello', 'hello']);
  });
});
