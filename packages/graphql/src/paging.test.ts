import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { connection } from './connection.ts';
import { readPage } from './read-page.ts';
import { userError } from './user-error.ts';

const codeOf = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (error) {
    return error instanceof GraphQLError ? error.extensions['code'] : error;
  }
};

describe('readPage', () => {
  it('gives the first 20 when nothing is asked', () => {
    expect(readPage({ first: null })).toMatchObject({ direction: 'forward', size: 20 });
  });

  it.each([{ first: 0 }, { first: 101 }, { last: -1 }, { first: 1, last: 1 }])('refuses %j', (given) => {
    expect(codeOf(() => readPage(given))).toBe('BAD_USER_INPUT');
  });

  it('takes a cursor that is too long to be one for a foreign one', () => {
    expect(codeOf(() => readPage({ after: 'x'.repeat(513) }))).toBe('CURSOR_INVALID');
    expect(codeOf(() => readPage({ last: 1, before: 'x'.repeat(513) }))).toBe('CURSOR_INVALID');
    expect(readPage({ after: 'x'.repeat(512) })).toMatchObject({ after: 'x'.repeat(512) });
  });
});

describe('connection', () => {
  const page = { items: ['a', 'b'], hasNextPage: true, hasPreviousPage: false };

  it('has the shape that Relay reads', () => {
    expect(connection(page, (item) => `cursor ${item}`, 7)).toEqual({
      nodes: ['a', 'b'],
      edges: [
        { cursor: 'cursor a', node: 'a' },
        { cursor: 'cursor b', node: 'b' },
      ],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: 'cursor a', endCursor: 'cursor b' },
      totalCount: 7,
    });
  });

  it('has no cursors and no count when there is nothing', () => {
    expect(connection({ ...page, items: [] }, String)).toMatchObject({
      pageInfo: { startCursor: null, endCursor: null },
      totalCount: null,
    });
  });
});

describe('userError', () => {
  it('has a text for shared codes, a neutral one for others, and its own when given', () => {
    expect(userError({ code: 'NOT_FOUND', path: ['tracks', 0] })).toEqual({
      code: 'NOT_FOUND',
      message: 'There is no such thing, or you cannot see it.',
      path: ['tracks', '0'],
    });
    expect(userError({ code: 'SLOW_MODE' })).toEqual({ code: 'SLOW_MODE', message: 'This is not possible.', path: null });
    expect(userError({ code: 'SLOW_MODE', message: 'Wait a little.' }).message).toBe('Wait a little.');
  });
});
