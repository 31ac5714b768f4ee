import { graphqlError } from '@veza/graphql';
import { createMetrics } from '@veza/telemetry';
import { describe, expect, it } from 'vitest';
import { plannerMeasurement } from './measured-planner.ts';
import type { Planner } from './planner.ts';

const planner = (run: Planner['run']): Planner => ({
  ready: Promise.resolve({ supergraph: [], api: [] }),
  run,
  close: () => Promise.resolve(),
});

const job = { kind: 'plan', operation: '{ a }' } as const;

describe('plannerMeasurement', () => {
  it('times plannings by how they end, and passes plans and refusals on', async () => {
    const metrics = createMetrics();
    const measured = plannerMeasurement(metrics);
    const overloaded = graphqlError('OVERLOADED', 'too long');
    expect(await measured(planner(() => Promise.resolve('{}'))).run(job)).toBe('{}');
    await expect(measured(planner(() => Promise.reject(overloaded))).run(job)).rejects.toBe(overloaded);
    await expect(measured(planner(() => Promise.reject(new Error('a bug')))).run(job)).rejects.toThrow('a bug');
    const text = await metrics.metrics();
    for (const outcome of ['ok', 'OVERLOADED', 'INTERNAL_SERVER_ERROR']) {
      expect(text).toContain(`veza_plan_duration_seconds_count{outcome="${outcome}"} 1`);
    }
  });

  it('times nothing but plannings', async () => {
    const metrics = createMetrics();
    const measured = plannerMeasurement(metrics)(planner((other) => Promise.resolve(other.kind)));
    expect(await measured.run({ kind: 'introspect', query: '{ __typename }', variables: {} })).toBe('introspect');
    expect(await metrics.metrics()).not.toContain('veza_plan_duration_seconds_count');
  });

  it('is ready and closes as what it measures', async () => {
    let isClosed = false;
    const inner = { ...planner(() => Promise.resolve('{}')), close: async () => void (isClosed = true) };
    const measured = plannerMeasurement(createMetrics())(inner);
    await measured.ready;
    await measured.close();
    expect(isClosed).toBe(true);
  });
});
