import { describe, expect, it } from 'vitest';
import { forwardedHeaders, withPayload } from './forwarded-headers.ts';

const forward = forwardedHeaders(['authorization', 'x-tenant', 'accept-language']);

describe('forwardedHeaders', () => {
  it('passes on what is named, as it came, and nothing else', () => {
    expect(forward({ authorization: 'Basic YQ==', 'x-tenant': ['a', 'b'], cookie: 'secret=1' })).toEqual({
      authorization: 'Basic YQ==',
      'x-tenant': 'a, b',
    });
  });

  it('leaves out what no header can carry', () => {
    expect(forward({ authorization: 'a\r\nhost: evil', 'x-tenant': { name: 'a' }, 'accept-language': 'ü€' })).toEqual({});
  });

  it('takes the payload of a socket over the headers of its upgrade', () => {
    const headers = { authorization: 'from the upgrade', 'x-tenant': 'a' };
    expect(forward(withPayload(headers, { Authorization: 'from the payload', number: 1 }))).toEqual({
      authorization: 'from the payload',
      'x-tenant': 'a',
    });
    expect(forward(withPayload(headers, undefined))).toEqual(headers);
  });
});
