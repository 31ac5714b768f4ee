import { ANONYMOUS } from '@veza/auth';
import { type DocumentNode, type ExecutionResult, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { alice, DriverError, notesSubgraph, recordingLog, requestOf } from '../../test/notes-subgraph.ts';
import { graphqlError } from '../graphql-error.ts';
import { inProcessExecutor } from './in-process-executor.ts';

const executor = inProcessExecutor(notesSubgraph());
const execute = (text: string, variables = {}) => executor.execute(parse(text), variables, requestOf(alice));

async function eventsOf(started: AsyncIterable<ExecutionResult> | ExecutionResult): Promise<ExecutionResult[]> {
  if (!(Symbol.asyncIterator in started)) throw new Error(`refused: ${JSON.stringify(started.errors)}`);
  const events: ExecutionResult[] = [];
  for await (const event of started) events.push(event);
  return events;
}
const subscribe = (text: string, meta = {}) => executor.subscribe(parse(text), {}, requestOf(alice, meta));
const ticks = (count: number, then?: string) =>
  `subscription { ticks(count: ${count}${then ? `, then: "${then}"` : ''}) { number contextNumber deadlineIn note { text } } }`;

describe('execute', () => {
  it('runs the same document again and again', async () => {
    const document: DocumentNode = parse(
      'query ($name: String!) { found(name: $name) { __typename ... on Label { name } ... on Note { text } } }',
    );
    for (let round = 0; round < 3; round += 1) {
      expect((await executor.execute(document, { name: 'blue' }, requestOf(alice))).data).toEqual({
        found: { __typename: 'Label', name: 'blue' },
      });
      expect((await executor.execute(document, { name: 'note_alice' }, requestOf(alice))).data).toEqual({
        found: { __typename: 'Note', text: 'hers' },
      });
    }
  });

  it('calls functions that a resolver left for fields below, e.g. a total count', async () => {
    expect((await execute('{ counted { plain late } }')).data).toEqual({ counted: { plain: 1, late: 2 } });
  });

  it('refuses a document that does not fit the schema', async () => {
    expect((await execute('{ nobody }')).errors?.[0]?.extensions).toEqual({
      code: 'GRAPHQL_VALIDATION_FAILED',
      requestId: 'request-1',
      retryable: false,
    });
  });

  it('answers a response key __proto__ and touches no prototype', async () => {
    const { data } = await execute('{ __proto__: whoAmI constructor: whoAmI }');
    expect(Object.entries(data ?? {})).toEqual([
      ['__proto__', 'user_alice request-1'],
      ['constructor', 'user_alice request-1'],
    ]);
    expect(({} as Record<string, unknown>)['whoAmI']).toBeUndefined();
  });
});

describe('variables that do not fit', () => {
  const documents = {
    'a compiled document': 'query ($v: DateTime, $n: Int) { search(since: $v, limit: $n) }',
    'an interpreted document': 'query ($v: DateTime, $n: Int) { __proto__: search(since: $v, limit: $n) }',
  };

  it.each(Object.entries(documents))('are told of without their values: %s', async (_what, document) => {
    const { errors, data } = await execute(document, { v: 'SECRET; Expected type SECRET.', n: 'SECRET' });
    expect(data).toBeUndefined();
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
    expect(JSON.stringify(errors)).not.toContain('SECRET');
    expect(errors?.[0]?.message).toMatch(/^Variable "\$v": .*DateTime/);
  });

  it('are told of twenty times at most', async () => {
    const document = 'query ($v: [ID!]) { search(filter: { ids: $v }) }';
    expect((await execute(document, { v: Array.from({ length: 100 }, () => ({})) })).errors).toHaveLength(20);
  });
});

describe('masked errors', () => {
  const masked = async (how: string) => {
    const log = recordingLog();
    const translateError = (error: unknown) =>
      error instanceof DriverError ? graphqlError('BAD_USER_INPUT', 'a value is out of range') : undefined;
    const own = inProcessExecutor(notesSubgraph({ log, translateError }));
    const result = await own.execute(parse('query ($how: String!) { fails(how: $how) }'), { how }, requestOf(alice));
    return { errors: JSON.parse(JSON.stringify(result.errors)) as unknown, log };
  };

  it.each(['error', 'foreign code', 'no error'])('hide %s and log it once with the request id', async (how) => {
    const { errors, log } = await masked(how);
    expect(errors).toEqual([
      {
        message: 'something went wrong on our side',
        path: ['fails'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1', retryable: false },
      },
    ]);
    expect(log.lines).toHaveLength(1);
    expect(log.lines[0]).toMatchObject({
      level: 'error',
      event: 'graphql.internal-error',
      fields: { subgraph: 'notes', requestId: 'request-1', path: 'fails' },
    });
  });

  it('keep the cause chain for the log', async () => {
    const { log } = await masked('error');
    expect(log.lines[0]?.fields['error']).toMatchObject({ message: 'secret', cause: { message: 'deeper secret' } });
  });

  it('show codes of the closed list and whether to try again', async () => {
    const { errors, log } = await masked('coded');
    expect(errors).toMatchObject([
      { message: 'somebody was faster', extensions: { code: 'CONFLICT', requestId: 'request-1', retryable: true } },
    ]);
    expect(log.lines).toEqual([]);
  });

  it('show what the subgraph makes of an error of its driver', async () => {
    const { errors, log } = await masked('driver');
    expect(errors).toMatchObject([{ message: 'a value is out of range', extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(log.lines).toEqual([]);
  });

  it('hide what a resolver answered wrongly', async () => {
    const { data, errors } = await execute('{ bigNumber }');
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions['code']).toBe('INTERNAL_SERVER_ERROR');
  });
});

describe('subscribe', () => {
  it('gives each event a fresh context and 2 s', async () => {
    const controller = new AbortController();
    const started = await subscribe(ticks(2, 'coded'), { signal: controller.signal, deadlineAt: 0 });
    const events = await eventsOf(started);
    expect(
      events.map(({ data, errors }) => (data?.['ticks'] as { number: number } | undefined)?.number ?? errors?.[0]?.extensions['code']),
    ).toEqual([1, 2, 'CONFLICT']);
    const [first, second] = events.map(({ data }) => data?.['ticks'] as { contextNumber: number; deadlineIn: number });
    expect(second!.contextNumber).toBe(first!.contextNumber + 1);
    expect(first!.deadlineIn).toBeGreaterThan(0);
    expect(first!.deadlineIn).toBeLessThanOrEqual(2_000);
  });

  it('ends when the signal aborts, and ends its source', async () => {
    let ends = 0;
    const own = inProcessExecutor(notesSubgraph({ onSourceEnd: () => (ends += 1) }));
    const controller = new AbortController();
    const started = await own.subscribe(parse(ticks(1)), {}, requestOf(alice, { signal: controller.signal }));
    const iterator = (started as AsyncIterable<ExecutionResult>)[Symbol.asyncIterator]();
    expect((await iterator.next()).value).toMatchObject({ data: { ticks: { number: 1 } } });
    const next = iterator.next();
    controller.abort();
    expect(await next).toEqual({ done: true, value: undefined });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
    await expect.poll(() => ends).toBe(1);
  });

  it('starts nothing when the asker is gone already', async () => {
    const started = await subscribe(ticks(1), { signal: AbortSignal.abort() });
    expect(await eventsOf(started)).toEqual([]);
  });

  it('ends the stream with a masked error when its source fails', async () => {
    const events = await eventsOf(await subscribe(ticks(1, 'error')));
    expect(events).toHaveLength(2);
    expect(events[1]?.errors?.[0]).toMatchObject({
      message: 'something went wrong on our side',
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' },
    });
  });

  it('logs a failing start once and refuses it masked', async () => {
    const log = recordingLog();
    const own = inProcessExecutor(notesSubgraph({ log }));
    const refused = await own.subscribe(parse('subscription { badStart { number } }'), {}, requestOf(alice));
    expect(refused).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
    expect(log.lines).toHaveLength(1);
  });

  it('refuses callers, documents and variables before anything starts', async () => {
    const refusal = async (text: string, caller = requestOf(alice), variables = {}) =>
      (await executor.subscribe(parse(text), variables, caller)) as ExecutionResult;
    expect((await refusal(ticks(1), requestOf(ANONYMOUS))).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    expect((await refusal('subscription { ticks(count: 1) { nothing } }')).errors?.[0]?.extensions['code']).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
    const withVariable = 'subscription ($count: Int!) { ticks(count: $count) { number } }';
    expect((await refusal(withVariable, requestOf(alice), { count: 'many' })).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect((await refusal(ticks(1).replace('count: 1', 'count: 1, then: "\\u0000"'))).errors?.[0]?.extensions['code']).toBe(
      'BAD_USER_INPUT',
    );
  });
});
