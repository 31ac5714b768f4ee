import { graphqlError } from '@veza/graphql';
import type { LogFields } from '@veza/telemetry';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { errorMask, type MaskOptions } from './mask.ts';

function masked(error: unknown, options?: MaskOptions) {
  const logged: unknown[] = [];
  const nothing = () => undefined;
  const log = {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: (_event: string, fields?: LogFields) => void logged.push(fields?.['error']),
  };
  const mask = errorMask(log, options);
  return { seen: mask(error, 'request-1'), logged };
}

describe('errorMask', () => {
  it('lets codes of the closed list pass, with the request id', () => {
    const { seen, logged } = masked(graphqlError('OVERLOADED', 'later', { retryAfterMs: 5 }));
    expect(seen).toEqual({
      message: 'later',
      extensions: { code: 'OVERLOADED', retryable: true, retryAfterMs: 5, requestId: 'request-1' },
    });
    expect(logged).toEqual([]);
  });

  it('keeps the path of an error that is written already', () => {
    const { seen } = masked({ message: 'gone', path: ['a', 0], extensions: { code: 'NOT_FOUND' } });
    expect(seen).toEqual({ message: 'gone', path: ['a', 0], extensions: { code: 'NOT_FOUND', retryable: false, requestId: 'request-1' } });
  });

  it.each([
    ['an error of the language', new Error('secret')],
    ['a GraphQL error without a code', new GraphQLError('secret')],
    ['an unknown code', new GraphQLError('secret', { extensions: { code: 'HOUSE_SECRET' } })],
    ['no error at all', 'secret'],
  ])('hides %s and logs it once', (_what, error) => {
    const { seen, logged } = masked(error);
    expect(seen).toEqual({
      message: 'Something went wrong.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1', retryable: false },
    });
    expect(logged).toEqual([error]);
  });

  it('lets the errors of foreign subgraphs pass as they are, and still hides those of the gateway', () => {
    const foreign = { message: 'sold out', path: ['buy'], extensions: { code: 'SOLD_OUT', service: 'shop' } };
    expect(masked(foreign, { passesForeign: true }).seen).toEqual({
      ...foreign,
      extensions: { ...foreign.extensions, requestId: 'request-1' },
    });
    expect(masked(foreign).seen.message).toBe('Something went wrong.');
    expect(masked(new Error('secret'), { passesForeign: true }).seen.message).toBe('Something went wrong.');
  });
});
