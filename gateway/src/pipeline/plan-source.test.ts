import { createMetrics } from '@veza/telemetry';
import { describe, expect, it } from 'vitest';
import { recordedTracing } from '../../test/app-fixture/recorded-tracing.ts';
import type { ExecutablePlan } from '../plan/executor.ts';
import type { OperationContext } from './context.ts';
import { planSource } from './plan-source.ts';
import type { Prepared } from './prepared.ts';

const plan = { fetchCount: 3 } as ExecutablePlan;
const contextOf = (made: () => Promise<ExecutablePlan>) => ({ prepared: { plan: made } as Prepared }) as OperationContext;

describe('planSource', () => {
  it('counts an operation as a hit once its plan was made, and not after a failure', async () => {
    const metrics = createMetrics();
    const planOf = planSource(metrics, undefined);
    const state = { isBroken: true };
    const context = contextOf(() => (state.isBroken ? Promise.reject(new Error('no planner')) : Promise.resolve(plan)));
    await expect(planOf(context)).rejects.toThrow('no planner');
    state.isBroken = false;
    for (let call = 0; call < 3; call += 1) expect(await planOf(context)).toBe(plan);
    const text = await metrics.metrics();
    expect(text).toContain('veza_plan_cache_total{outcome="miss"} 2');
    expect(text).toContain('veza_plan_cache_total{outcome="hit"} 2');
  });

  it('traces the wait, whatever comes of it', async () => {
    const tracing = recordedTracing();
    const planOf = planSource(createMetrics(), tracing);
    await planOf(contextOf(() => Promise.resolve(plan)));
    await planOf(contextOf(() => Promise.reject(new Error('no planner')))).catch(() => undefined);
    expect(tracing.spans.map(({ name, end, facts }) => [name, end, facts['veza.fetches']])).toEqual([
      ['graphql.plan', 'ok', 3],
      ['graphql.plan', 'refused', undefined],
    ]);
  });
});
