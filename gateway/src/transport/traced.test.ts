import { ANONYMOUS } from '@veza/auth';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { recordedTracing } from '../../test/app-fixture/recorded-tracing.ts';
import { type CallMeta, SubgraphFailure, type SubgraphAnswer, type SubgraphOperation, type SubgraphTransport } from './port.ts';
import { traced } from './traced.ts';

const text = 'query Q { thing }';
const operation: SubgraphOperation = { kind: 'query', name: 'Q', text, document: parse(text) };
const meta: CallMeta = { caller: ANONYMOUS, requestId: 'request-1', deadlineAt: 0, signal: new AbortController().signal };

const subgraph = (call: (meta: CallMeta) => Promise<SubgraphAnswer>): SubgraphTransport => ({
  call: (_operation, _variables, given) => call(given),
  async *subscribe() {},
  close: () => Promise.resolve(),
});

describe('traced', () => {
  it('nests the calls of a subgraph of this process that asks others', async () => {
    const tracing = recordedTracing();
    const owner = traced(
      tracing,
      'chat',
      subgraph(() => Promise.resolve({ data: {} })),
    );
    const asking = traced(
      tracing,
      'nodes',
      subgraph((given) => owner.call(operation, { representations: [{}, {}] }, given)),
    );
    await asking.call(operation, {}, meta);
    const [outer, inner] = tracing.spans;
    expect([outer?.name, inner?.name]).toEqual(['fetch nodes', 'fetch chat']);
    expect(inner).toMatchObject({ traceId: outer?.traceId, parentId: outer?.spanId, end: 'ok', facts: { 'veza.batch.size': 2 } });
  });

  it('counts errors of the execution, and tells how a call failed', async () => {
    const tracing = recordedTracing();
    const answers: (() => Promise<SubgraphAnswer>)[] = [
      () => Promise.resolve({ data: null, errors: [{ message: 'no' }, { message: 'no' }] }),
      () => Promise.reject(new SubgraphFailure('OPERATION_TIMEOUT', 'late')),
      () => Promise.reject(new Error('a bug')),
    ];
    for (const answer of answers)
      await traced(tracing, 'chat', subgraph(answer))
        .call(operation, {}, meta)
        .catch(() => undefined);
    expect(tracing.spans.map(({ end }) => end)).toEqual(['ok', 'late', 'broken']);
    expect(tracing.spans[0]?.facts).toMatchObject({ 'veza.errors': 2 });
  });
});
