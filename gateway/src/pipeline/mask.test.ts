import { graphqlError } from '@veza/graphql';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { errorMask } from './mask.ts';

function masked(error: unknown) {
  const logged: unknown[] = [];
  const nothing = () => undefined;
  const mask = errorMask({ debug: nothing, info: nothing, warn: nothing, error: (_event, fields) => void logged.push(fields?.['error']) });
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
});
