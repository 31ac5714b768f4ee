import { describe, expect, it } from 'vitest';
import { graphqlError, type ErrorCode } from '@veza/graphql';
import { answerJson, errorsJson, throttleHeaders, writeRefusal } from './write.ts';

const refusal = (code: ErrorCode, stage: 'identity' | 'operation' = 'operation', facts = {}) => ({
  stage,
  errors: [graphqlError(code, 'no', facts).toJSON()],
});

describe('writeRefusal', () => {
  it.each<[ErrorCode, number, number]>([
    ['GRAPHQL_PARSE_FAILED', 400, 200],
    ['COST_LIMIT_EXCEEDED', 400, 200],
    ['PERSISTED_DOCUMENT_NOT_FOUND', 400, 200],
    ['PERSISTED_QUERY_NOT_FOUND', 400, 200],
    ['DOCUMENT_REQUIRED', 400, 200],
    ['UNAUTHENTICATED', 401, 200],
    ['FORBIDDEN', 403, 200],
    ['BAD_REQUEST', 400, 400],
    ['RATE_LIMITED', 429, 429],
    ['OVERLOADED', 503, 503],
    ['INTERNAL_SERVER_ERROR', 500, 500],
  ])('answers %s with %i, or %i as application/json', (code, newer, older) => {
    expect(writeRefusal(refusal(code), 'application/graphql-response+json', 1_000).status).toBe(newer);
    expect(writeRefusal(refusal(code), 'application/json', 1_000).status).toBe(older);
  });

  it('answers a bad token with 401 in both media types', () => {
    const { status, headers } = writeRefusal(refusal('UNAUTHENTICATED', 'identity'), 'application/json', 1_000);
    expect([status, headers]).toEqual([401, { 'www-authenticate': 'Bearer' }]);
  });

  it('says when to come back, in whole seconds', () => {
    expect(writeRefusal(refusal('RATE_LIMITED', 'operation', { retryAfterMs: 2_100 }), 'application/json', 1_000).headers).toEqual({
      'retry-after': '3',
    });
    expect(writeRefusal(refusal('OVERLOADED'), 'application/json', 1_000).headers).toEqual({ 'retry-after': '1' });
  });
});

describe('throttleHeaders', () => {
  it('tell in whole points and seconds what is left, and of how much', () => {
    const throttle = { capacity: 10_000, remaining: 9_999.6, refillPerSecond: 300, resetMs: 1_001 };
    expect(throttleHeaders(throttle)).toEqual({ 'ratelimit-policy': '"points";q=10000;w=34', ratelimit: '"points";r=9999;t=2' });
    expect(throttleHeaders(undefined)).toEqual({});
  });
});

describe('errorsJson', () => {
  it('keeps what the operation cost', () => {
    const throttleStatus = { maximumAvailable: 10, currentlyAvailable: 9, restoreRate: 1 };
    const extensions = { cost: { requestedQueryCost: 20, actualQueryCost: 0, throttleStatus } };
    expect(JSON.parse(errorsJson([{ message: 'x' }], 1_000, extensions))).toEqual({ errors: [{ message: 'x' }], extensions });
    expect(JSON.parse(answerJson({ dataJson: '1', errors: [], extensions }))).toEqual({ data: 1, extensions });
  });

  it('leaves out the last errors when they are too large together, and never the first', () => {
    const errors = Array.from({ length: 10 }, (_, index) => ({ message: `${index}`.padEnd(100) }));
    const parsed = JSON.parse(errorsJson(errors, 350)) as { errors: readonly unknown[] };
    expect(parsed.errors).toHaveLength(2);
    expect(JSON.parse(errorsJson(errors, 1))).toEqual({ errors: [errors[0]] });
  });
});

describe('answerJson', () => {
  it('puts errors first, and leaves them out when there are none', () => {
    expect(answerJson({ dataJson: '{"a":1}', errors: [] })).toBe('{"data":{"a":1}}');
    expect(answerJson({ dataJson: 'null', errors: [{ message: 'x' }] })).toBe('{"errors":[{"message":"x"}],"data":null}');
  });
});
