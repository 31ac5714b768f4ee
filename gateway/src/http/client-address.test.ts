import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

const request = (forwarded?: string) =>
  ({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress: '10.0.0.1' },
  }) as unknown as IncomingMessage;

describe('clientAddress', () => {
  it.each([
    [undefined, 0, '10.0.0.1'],
    ['1.1.1.1', 0, '10.0.0.1'],
    ['6.6.6.6, 1.1.1.1', 1, '1.1.1.1'],
    ['6.6.6.6, 1.1.1.1, 10.0.0.2', 2, '1.1.1.1'],
    ['1.1.1.1', 3, '1.1.1.1'],
    [undefined, 2, '10.0.0.1'],
  ])('reads %s behind %i proxies as %s', (forwarded, hops, expected) => {
    expect(clientAddress(request(forwarded), hops)).toBe(expected);
  });
});
