import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { systemClock } from '@veza/kernel';
import { createMetrics, silentLog } from '@veza/telemetry';
import { waitUntil } from '@veza/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type OwnPlanExecutor, ownPlanExecutor } from '../../src/plan/own.ts';
import { referencePlanExecutor } from '../../src/plan/reference.ts';
import { shadowed } from '../../src/plan/shadow.ts';
import { inProcessTransport } from '../../src/transport/in-process.ts';
import { type JsonObject, type SubgraphAnswer, SubgraphFailure, type SubgraphTransport } from '../../src/transport/port.ts';
import { callMeta, composedFixture, fixtureNames, fixtureSubgraph } from '../executor/fixture.ts';
import { followed } from '../executor/followed.ts';
import { plannerInPlace } from '../planner-in-place.ts';

type Call = SubgraphTransport['call'];

describe('the reference executor', () => {
  const { supergraphSdl, apiSchema } = composedFixture();
  const planner = plannerInPlace(supergraphSdl);
  const around = new Map<string, Call>();
  const transports = new Map(
    fixtureNames.map((name) => {
      const transport = inProcessTransport(fixtureSubgraph(name));
      return [name as string, { ...transport, call: (...args: Parameters<Call>) => (around.get(name) ?? transport.call)(...args) }];
    }),
  );
  const options = { supergraphSdl, apiSchema, transports, introspection: true, clock: systemClock, log: silentLog, planner };
  let executor: OwnPlanExecutor;
  beforeAll(async () => {
    executor = referencePlanExecutor(options);
    await executor.ready;
  });
  afterEach(() => around.clear());
  afterAll(() => executor.close());

  const run = async (document: string, variables: JsonObject = {}, meta: Parameters<typeof callMeta>[0] = {}) => {
    const answer = await (await executor.prepare(document)).execute({ variables, meta: callMeta(meta) });
    return { ...answer, data: JSON.parse(answer.dataJson) as unknown };
  };

  it('joins what several subgraphs know, under the names of the client, and counts entities', async () => {
    const { data, errors, objectCount } = await run(
      '{ me { id: nickname karma } products { ... on Book { x: title } ... on Film { x: upc } } }',
    );
    expect(data).toMatchObject({ me: { id: 'ann', karma: 2 }, products: [{ x: 'Title b1' }, { x: null }, { x: 'f1' }, { x: 'Title b3' }] });
    expect(errors).toEqual([]);
    expect(objectCount).toBe(5);
  });

  it('runs mutations and answers introspection', async () => {
    expect((await run('mutation { greet(id: "u1") { name karma } }')).data).toEqual({ greet: { name: 'Name "u1"', karma: 2 } });
    expect((await run('{ __type(name: "Role") { name } }')).data).toEqual({ __type: { name: 'Role' } });
    const closed = referencePlanExecutor({ ...options, introspection: false });
    await expect(closed.prepare('{ __schema { queryType { name } } }')).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });

  it('runs subscriptions on our own executor', async () => {
    const prepared = await executor.prepare('subscription { reviewAdded(count: 1) { author { name } } }');
    const answers = [];
    for await (const { dataJson } of followed(prepared.subscription!, { variables: {}, meta: callMeta() })) answers.push(dataJson);
    expect(answers).toEqual(['{"reviewAdded":{"author":{"name":"Name \\"u1\\""}}}']);
  });

  it('keeps a plan, and asks again after a planning that failed', async () => {
    expect(await executor.prepare('{ nobody { id } }')).toBe(await executor.prepare('{ nobody { id } }'));
    let attempts = 0;
    const failing = { ...planner, run: () => ((attempts += 1), Promise.reject(new Error('not now'))) };
    const fickle = referencePlanExecutor({ ...options, planner: failing });
    await expect(fickle.prepare('{ me { id } }')).rejects.toThrow('not now');
    await expect(fickle.prepare('{ me { id } }')).rejects.toThrow('not now');
    expect(attempts).toBe(2);
  });

  it('agrees with our own where it is its shadow', async () => {
    const metrics = createMetrics();
    const open = { ...executor, close: () => Promise.resolve() };
    const shadow = shadowed({ percent: 100, random: () => 0, clock: systemClock, log: silentLog, metrics })(ownPlanExecutor(options), open);
    const plan = await shadow.prepare('{ nobody { id } me { id: nickname karma } }');
    expect((await plan.execute({ variables: {}, meta: callMeta() })).dataJson).toBe('{"nobody":null,"me":{"id":"ann","karma":2}}');
    await waitUntil(async () => (await metrics.metrics()).includes('veza_shadow_total{outcome="equal"} 1'));
  });

  it.each<[string, Call, string]>([
    ['is away', () => Promise.reject(new SubgraphFailure('SUBGRAPH_UNAVAILABLE', '10.0.0.1')), 'SUBGRAPH_UNAVAILABLE'],
    ['throws', () => Promise.reject(new Error('10.0.0.1')), 'SUBGRAPH_UNAVAILABLE'],
    ['has no known code', () => Promise.resolve({ data: null, errors: [{ message: '10.0.0.1' }] }), 'INTERNAL_SERVER_ERROR'],
    ['answers other entities', () => Promise.resolve({ data: { _entities: [] } }), 'SUBGRAPH_INVALID_RESPONSE'],
    [
      'answers values that do not fit',
      () => Promise.resolve({ data: { _entities: [{ name: null }] } } as SubgraphAnswer),
      'SUBGRAPH_INVALID_RESPONSE',
    ],
  ])('tells a subgraph that %s in our codes, and nothing of its insides', async (_, call, code) => {
    around.set('users', call);
    const { data, errors } = await run('{ latestReview { id author { name } } }');
    expect(data).toEqual({ latestReview: { id: 'r3', author: null } });
    expect(errors).toMatchObject([{ extensions: { code, requestId: 'request-1' } }]);
    expect(JSON.stringify(errors)).not.toContain('10.0.0.1');
  });

  it('gives up at the deadline with what it has', async () => {
    around.set('reviews', () => new Promise(() => undefined));
    await executor.prepare('{ me { name karma } }');
    const { data, errors } = await run('{ me { name karma } }', {}, { deadlineAt: Date.now() + 300 });
    expect(data).toEqual({ me: { name: 'Name "u1"', karma: null } });
    expect(errors).toMatchObject([{ extensions: { code: 'OPERATION_TIMEOUT', service: 'reviews' } }]);
  });
});

it('loading @apollo/gateway opens no socket, and starting without the reference does not load it', async () => {
  const probe = fileURLToPath(new URL('load-probe.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', probe], { stdio: ['ignore', 'pipe', 'inherit'] });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  expect(await once(child, 'exit')).toEqual([0, null]);
  const [before, after] = Buffer.concat(output)
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(before).toEqual({ apolloModules: 0, sockets: [] });
  expect(after).toEqual({ isLoaded: true, sockets: [], telemetry: 'true', answer: '{"me":{"name":"Name \\"u1\\""}}' });
});
