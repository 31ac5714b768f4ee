import { describe, expect, it } from 'vitest';
import type { ExecutablePlan } from '../plan/executor.ts';
import { plannedOnce } from './planned-once.ts';

const operation = '{ a }';
const options = { maxFetches: 100, labels: () => [] };
const planOf = (fetchCount: number) => ({ fetchCount }) as ExecutablePlan;

describe('plannedOnce', () => {
  it('plans once for all who ask, at the first call', async () => {
    let plans = 0;
    const plan = plannedOnce({ prepare: () => Promise.resolve(planOf((plans += 1))), close: () => Promise.resolve() }, operation, options);
    expect(plans).toBe(0);
    await Promise.all([plan(), plan()]);
    await plan();
    expect(plans).toBe(1);
  });

  it('tries again after a failure', async () => {
    let tries = 0;
    const prepare = () => ((tries += 1) === 1 ? Promise.reject(new Error('busy')) : Promise.resolve(planOf(1)));
    const plan = plannedOnce({ prepare, close: () => Promise.resolve() }, operation, options);
    await expect(plan()).rejects.toThrow('busy');
    expect((await plan()).fetchCount).toBe(1);
  });

  it('refuses a plan with one fetch too many', async () => {
    const planFor = (fetchCount: number) =>
      plannedOnce({ prepare: () => Promise.resolve(planOf(fetchCount)), close: () => Promise.resolve() }, operation, options)();
    expect((await planFor(100)).fetchCount).toBe(100);
    await expect(planFor(101)).rejects.toMatchObject({ extensions: { code: 'COST_LIMIT_EXCEEDED' } });
  });

  it('plans once for each set of labels that hold, and decides at every call', async () => {
    const asked: (readonly string[] | undefined)[] = [];
    const prepare = async (_: string, labels?: readonly string[]) => (asked.push(labels), planOf(1));
    let holding: readonly string[] = [];
    const plan = plannedOnce({ prepare, close: () => Promise.resolve() }, operation, { maxFetches: 1, labels: () => holding });
    for (holding of [[], ['a'], [], ['a'], ['a', 'b']]) await plan();
    expect(asked).toEqual([[], ['a'], ['a', 'b']]);
  });
});
