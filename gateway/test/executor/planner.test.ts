import { defaultLimits } from '@veza/guard';
import { systemClock } from '@veza/kernel';
import { silentLog } from '@veza/telemetry';
import { afterAll, describe, expect, it } from 'vitest';
import type { DocumentReading } from '../../src/pipeline/document-reading.ts';
import { PLANNER_LIMITS, workerPlanner } from '../../src/plan/planner.ts';
import { composedFixture } from './fixture.ts';

const plan = (operation: string) => ({ kind: 'plan', operation }) as const;

describe('the planner thread', () => {
  const { supergraphSdl } = composedFixture();
  const planner = workerPlanner({ supergraphSdl, clock: systemClock, log: silentLog, limits: { ...PLANNER_LIMITS, wallLimitMs: 30_000 } });
  afterAll(() => planner.close());

  it('plans in a thread of its own, without named fragments', async () => {
    await planner.ready;
    const planned = JSON.parse(
      await planner.run(plan('{ me { ...A friends { ...A } } } fragment A on User { id name nickname role }')),
    ) as { queryPlan: object };
    expect(planned.queryPlan).toMatchObject({ kind: 'QueryPlan', node: { kind: 'Fetch', serviceName: 'users' } });
    expect(JSON.stringify(planned.queryPlan)).not.toContain('fragment');
  });

  it('reads documents there, too, and answers what they ask of the schema', async () => {
    const read = async (text: string) => {
      const document = { text, operationName: undefined, limits: defaultLimits, hideSuggestions: true };
      return JSON.parse(await planner.run({ kind: 'read', document })) as DocumentReading;
    };
    expect(await read('query Me { me { name } ...Q } fragment Q on Query { product(upc: "b1") { __typename } }')).toMatchObject({
      ok: true,
      kind: 'query',
      operationName: 'Me',
      rootNames: ['me', 'product'],
      literals: { v0: 'b1' },
    });
    expect(await read('{ me { nothing } }')).toMatchObject({ ok: false, errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
    expect(await read('subscription A { a } query B { me { id } }')).toMatchObject({
      ok: false,
      errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }],
    });
    const query = 'query($v: String!) { t: __type(name: $v) { name } }';
    expect(JSON.parse(await planner.run({ kind: 'introspect', query, variables: { v: 'Role' } }))).toEqual({ t: '{"name":"Role"}' });
  });

  it('ends a document that takes longer than its time, and plans the next in a new thread', async () => {
    const impatient = workerPlanner({ supergraphSdl, clock: systemClock, log: silentLog, limits: { ...PLANNER_LIMITS, wallLimitMs: 0 } });
    await expect(impatient.run(plan('{ me { reviews { item { ... on Book { shipping } } } } }'))).rejects.toMatchObject({
      extensions: { code: 'OVERLOADED' },
    });
    await expect(impatient.run(plan('{ me { id } }'))).rejects.toMatchObject({ extensions: { code: 'OVERLOADED' } });
    await impatient.close();
  });

  it('is not ready for a supergraph that it cannot read', async () => {
    const broken = workerPlanner({ supergraphSdl: 'type Query { a: Int }', clock: systemClock, log: silentLog });
    await expect(broken.ready).rejects.toThrow(/./);
    await broken.close();
  });
});
