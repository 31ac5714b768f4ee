import { systemClock } from '@veza/kernel';
import { silentLog } from '@veza/telemetry';
import { afterAll, describe, expect, it } from 'vitest';
import { PLANNER_LIMITS, workerPlanner } from '../../src/plan/planner.ts';
import { composedFixture } from './fixture.ts';

describe('the planner thread', () => {
  const { supergraphSdl } = composedFixture();
  const planner = workerPlanner({ supergraphSdl, clock: systemClock, log: silentLog, limits: { ...PLANNER_LIMITS, wallLimitMs: 30_000 } });
  afterAll(() => planner.close());

  it('plans in a thread of its own, without named fragments', async () => {
    await planner.ready;
    const plan = await planner.plan('{ me { ...A friends { ...A } } } fragment A on User { id name nickname role }');
    expect(JSON.parse(plan)).toMatchObject({ kind: 'QueryPlan', node: { kind: 'Fetch', serviceName: 'users' } });
    expect(plan).not.toContain('fragment');
  });

  it('ends a document that takes longer than its time, and plans the next in a new thread', async () => {
    const impatient = workerPlanner({ supergraphSdl, clock: systemClock, log: silentLog, limits: { ...PLANNER_LIMITS, wallLimitMs: 0 } });
    await expect(impatient.plan('{ me { reviews { item { ... on Book { shipping } } } } }')).rejects.toMatchObject({
      extensions: { code: 'OVERLOADED' },
    });
    await expect(impatient.plan('{ me { id } }')).rejects.toMatchObject({ extensions: { code: 'OVERLOADED' } });
    await impatient.close();
  });

  it('is not ready for a supergraph that it cannot read', async () => {
    const broken = workerPlanner({ supergraphSdl: 'type Query { a: Int }', clock: systemClock, log: silentLog });
    await expect(broken.ready).rejects.toThrow(/./);
    await broken.close();
  });
});
