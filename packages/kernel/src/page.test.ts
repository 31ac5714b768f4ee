import { describe, expect, it } from 'vitest';
import { DEFAULT_PAGE_SIZE, pageOf, pageRequest } from './page.ts';

describe('pageRequest', () => {
  it('reads forward with the default size when nothing is asked', () => {
    expect(pageRequest({})).toEqual({
      ok: true,
      value: { direction: 'forward', size: DEFAULT_PAGE_SIZE, after: undefined, before: undefined },
    });
  });

  it('reads backward with last', () => {
    expect(pageRequest({ last: 100, before: 'c', first: null })).toMatchObject({
      ok: true,
      value: { direction: 'backward', size: 100, before: 'c' },
    });
  });

  it.each([{ first: 0 }, { first: -1 }, { last: 101 }, { first: 1.5 }, { first: 1, last: 1 }])(
    'refuses %j instead of clamping it',
    (given) => {
      expect(pageRequest(given)).toMatchObject({ ok: false, error: { code: 'BAD_USER_INPUT' } });
    },
  );
});

describe('pageOf', () => {
  it('drops the surplus row and says that more follow', () => {
    const request = { direction: 'forward', size: 2, after: undefined, before: undefined } as const;
    expect(pageOf([1, 2, 3], request)).toEqual({ items: [1, 2], hasNextPage: true, hasPreviousPage: false });
    expect(pageOf([1, 2], { ...request, after: 'c' })).toEqual({ items: [1, 2], hasNextPage: false, hasPreviousPage: true });
  });

  it('keeps the order of the connection when it travels backward', () => {
    const request = { direction: 'backward', size: 2, after: undefined, before: 'c' } as const;
    expect(pageOf([3, 2, 1], request)).toEqual({ items: [2, 3], hasNextPage: true, hasPreviousPage: true });
  });
});
