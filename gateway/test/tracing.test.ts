import { describe, expect, it } from 'vitest';
import type { CallMeta, SubgraphTransport } from '../src/transport/port.ts';
import { SubgraphFailure } from '../src/transport/port.ts';
import { overWebSocket, post } from './app-fixture/ask.ts';
import { fixtureTransports, startGateway } from './app-fixture/gateway.ts';
import { recordedTracing } from './app-fixture/recorded-tracing.ts';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const CLIENT_SPAN = '00f067aa0ba902b7';
const PARENT = `00-${TRACE_ID}-${CLIENT_SPAN}-01`;
const TWO_SUBGRAPHS = 'query Two { people(first: 3) { nodes { id noteCount } } }';

/** Transports that remember what travelled with their calls. */
function watchedTransports(seen: CallMeta[]): ReadonlyMap<string, SubgraphTransport> {
  const watch = (transport: SubgraphTransport): SubgraphTransport => ({
    ...transport,
    call(operation, variables, meta) {
      seen.push(meta);
      return transport.call(operation, variables, meta);
    },
  });
  return new Map(Array.from(fixtureTransports(), ([name, transport]) => [name, watch(transport)]));
}

describe('traces', () => {
  it('hold one span for the operation, one for its plan and one for each fetch, all below the span of the client', async () => {
    const tracing = recordedTracing();
    await using gateway = await startGateway({ tracing });
    await post(gateway, { query: TWO_SUBGRAPHS }, { traceparent: PARENT });
    const spans = tracing.spans.filter(({ traceId }) => traceId === TRACE_ID);
    expect(spans.map(({ name, end }) => [name, end])).toEqual([
      ['graphql', 'ok'],
      ['graphql.plan', 'ok'],
      ['fetch people', 'ok'],
      ['fetch notes', 'ok'],
    ]);
    const [operation, ...inner] = spans;
    expect(operation?.parentId).toBe(CLIENT_SPAN);
    expect(new Set(inner.map(({ parentId }) => parentId))).toEqual(new Set([operation?.spanId]));
    expect(operation?.facts).toMatchObject({
      'graphql.operation.type': 'query',
      'graphql.operation.name': 'Two',
      'veza.document': expect.stringMatching(/^sha256:[\da-f]{64}$/) as string,
      'veza.outcome': 'answered',
      'veza.errors': 0,
      'veza.cost': expect.any(Number) as number,
    });
    expect(inner[2]?.facts).toMatchObject({ 'veza.subgraph': 'notes', 'graphql.operation.type': 'query', 'veza.batch.size': 3 });
    expect(inner[1]?.facts).toMatchObject({ 'veza.batch.size': undefined });
  });

  it('go on in subgraphs: each call tells its own place', async () => {
    const tracing = recordedTracing();
    const seen: CallMeta[] = [];
    await using gateway = await startGateway({ tracing, transports: watchedTransports(seen) });
    seen.length = 0;
    await post(gateway, { query: TWO_SUBGRAPHS }, { traceparent: PARENT });
    const fetches = tracing.spans.filter(({ name, traceId }) => name.startsWith('fetch') && traceId === TRACE_ID);
    expect(seen.map(({ traceparent }) => traceparent)).toEqual(fetches.map(({ spanId }) => `00-${TRACE_ID}-${spanId}-01`));
  });

  it('tell what went wrong', async () => {
    const tracing = recordedTracing();
    const people: SubgraphTransport = {
      ...fixtureTransports().get('people')!,
      call: () => Promise.reject(new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'away', { kind: 'unreachable' })),
    };
    const settings = { tracing, transports: new Map([...fixtureTransports(), ['people', people]]) };
    await using gateway = await startGateway(settings);
    await post(gateway, { query: '{ person(id: "1") { id } }' }, { traceparent: PARENT });
    await post(gateway, { query: '{ nothing }' }, { traceparent: PARENT });
    await post(gateway, { query: '{ me { id } }' }, { traceparent: PARENT, authorization: 'Bearer forged' });
    const ends = tracing.spans.filter(({ traceId }) => traceId === TRACE_ID).map(({ name, end }) => `${name}: ${end}`);
    expect(ends).toEqual([
      'graphql: ok',
      'graphql.plan: ok',
      'fetch people: unreachable',
      'graphql: GRAPHQL_VALIDATION_FAILED',
      'graphql: UNAUTHENTICATED',
    ]);
  });

  it('begin anew where the client says nothing, or nothing that makes sense', async () => {
    const tracing = recordedTracing();
    await using gateway = await startGateway({ tracing });
    for (const traceparent of ['', 'nonsense', `00-${'0'.repeat(32)}-${CLIENT_SPAN}-01`]) {
      await post(gateway, { query: '{ person(id: "1") { id } }' }, { traceparent });
    }
    const operations = tracing.spans.filter(({ name }) => name === 'graphql');
    expect(operations.map(({ parentId }) => parentId)).toEqual([undefined, undefined, undefined]);
    expect(new Set(operations.map(({ traceId }) => traceId)).size).toBe(3);
  });

  it('end the span of a subscription when it starts, and trace the joins of its events on their own', async () => {
    const tracing = recordedTracing();
    await using gateway = await startGateway({ tracing });
    await overWebSocket(gateway, 'subscription Live { count(to: 1) { number owner { noteCount } } }');
    const operation = tracing.spans.find(({ name }) => name === 'graphql')!;
    expect(operation).toMatchObject({ end: 'ok', facts: { 'veza.transport': 'websocket', 'veza.outcome': 'streaming' } });
    const join = tracing.spans.find(({ name }) => name === 'fetch notes')!;
    expect(join.parentId).toBeUndefined();
    expect(join.traceId).not.toBe(operation.traceId);
  });

  it('are passed on as they came where nothing is traced here', async () => {
    const seen: CallMeta[] = [];
    await using gateway = await startGateway({ transports: watchedTransports(seen) });
    seen.length = 0;
    await post(gateway, { query: '{ person(id: "1") { id } }' }, { traceparent: PARENT });
    await post(gateway, { query: '{ person(id: "2") { id } }' }, { traceparent: 'nonsense' });
    expect(seen.map(({ traceparent }) => traceparent)).toEqual([PARENT, undefined]);
  });
});
