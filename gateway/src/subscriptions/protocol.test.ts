import { describe, expect, it } from 'vitest';
import { clientMessage, closeReason, serverMessage } from './protocol.ts';

describe('clientMessage', () => {
  it('reads what clients may send', () => {
    expect(clientMessage({ type: 'connection_init' })).toEqual({ type: 'connection_init', payload: undefined });
    expect(clientMessage({ type: 'ping', payload: null })).toEqual({ type: 'ping', payload: undefined });
    expect(clientMessage({ type: 'complete', id: 'a' })).toEqual({ type: 'complete', id: 'a' });
    const payload = { query: '{ a }', variables: null, operationName: null, extensions: {} };
    expect(clientMessage({ type: 'subscribe', id: 'a', payload })).toEqual({ type: 'subscribe', id: 'a', payload });
  });

  it('takes an id of 256 characters and no longer one', () => {
    expect(clientMessage({ type: 'complete', id: 'x'.repeat(256) }).type).toBe('complete');
    expect(clientMessage({ type: 'complete', id: 'x'.repeat(257) }).type).toBe('malformed');
  });
});

describe('closeReason', () => {
  it('fits into a close frame without half of a character', () => {
    expect(closeReason('short')).toBe('short');
    const cut = closeReason('€'.repeat(50));
    expect([Buffer.byteLength(cut), cut]).toEqual([123, '€'.repeat(41)]);
    expect(closeReason('😀'.repeat(40))).toBe('😀'.repeat(30));
    expect(closeReason(`a${'😀'.repeat(100)}`)).toBe(`a${'😀'.repeat(30)}`);
  });
});

describe('serverMessage', () => {
  it('writes ids as JSON text, whatever they hold', () => {
    expect(JSON.parse(serverMessage.next('a"\n', '{"data":null}'))).toEqual({ id: 'a"\n', type: 'next', payload: { data: null } });
    expect(JSON.parse(serverMessage.complete('"'))).toEqual({ id: '"', type: 'complete' });
  });
});
