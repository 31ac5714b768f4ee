import { describe, expect, it } from 'vitest';
import { persistedQueries, sha256 } from './persisted-queries.ts';

const keep = (queries: ReturnType<typeof persistedQueries>, text: string) => queries.keep(sha256(text), text);

describe('persisted queries', () => {
  it('are found by their hash', () => {
    const queries = persistedQueries();
    keep(queries, '{ a }');
    expect(queries.find(sha256('{ a }'))).toBe('{ a }');
    expect(queries.find(sha256('{ b }'))).toBeUndefined();
  });

  it('are at most ten thousand: the least recently used go first', () => {
    const queries = persistedQueries();
    for (let index = 0; index < 10_000; index += 1) keep(queries, `{ t${index} }`);
    expect(queries.find(sha256('{ t0 }'))).toBe('{ t0 }');
    keep(queries, '{ one more }');
    expect(queries.find(sha256('{ t0 }'))).toBe('{ t0 }');
    expect(queries.find(sha256('{ t1 }'))).toBeUndefined();
  });

  it('weigh at most 32 MiB together', () => {
    const queries = persistedQueries();
    const large = (index: number) => `{ t${index} }`.padEnd(256 * 1024);
    for (let index = 0; index <= 128; index += 1) keep(queries, large(index));
    expect(queries.find(sha256(large(0)))).toBeUndefined();
    expect(queries.find(sha256(large(128)))).toBeDefined();
  });
});
