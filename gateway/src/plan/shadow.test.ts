import { systemClock } from '@veza/kernel';
import { createMetrics, silentLog } from '@veza/telemetry';
import { waitUntil } from '@veza/testing';
import { describe, expect, it } from 'vitest';
import type { CallMeta } from '../transport/port.ts';
import type { PlanAnswer, PlanRequest } from './executor.ts';
import type { OwnPlanExecutor } from './own.ts';
import { shadowed } from './shadow.ts';

const answerOf = (data: unknown, errors: PlanAnswer['errors'] = []): PlanAnswer => ({
  dataJson: JSON.stringify(data),
  errors,
  objectCount: 0,
});
const cancelled = { aborted: true, addEventListener: () => undefined, removeEventListener: () => undefined };
const request = { variables: { id: 'secret' }, meta: { requestId: 'r1', deadlineAt: 0, signal: cancelled } as unknown as CallMeta };

/** An executor that runs whatever it is told to. */
function executorOf(run: (request: PlanRequest) => PlanAnswer | Promise<PlanAnswer>): OwnPlanExecutor & { readonly ran: PlanRequest[] } {
  const ran: PlanRequest[] = [];
  const execute = async (given: PlanRequest) => (ran.push(given), run(given));
  const plan = { fetchCount: 1, subscription: undefined, execute };
  return { ran, ready: Promise.resolve(), prepare: () => Promise.resolve(plan), close: () => Promise.resolve() };
}

function scene(own: PlanAnswer, reference: (request: PlanRequest) => PlanAnswer | Promise<PlanAnswer>, percent = 100, draw = 0.5) {
  const metrics = createMetrics();
  const lines: string[] = [];
  const log = { ...silentLog, warn: (event: string, facts?: object) => void lines.push(`${event} ${JSON.stringify(facts)}`) };
  const second = executorOf(reference);
  const executor = shadowed({ percent, random: () => draw, clock: systemClock, log, metrics })(
    executorOf(() => own),
    second,
  );
  const told = async (outcome: string) => {
    await waitUntil(async () => (await metrics.metrics()).includes(`veza_shadow_total{outcome="${outcome}"}`));
    return metrics.metrics();
  };
  return { executor, second, lines, told, metrics };
}

describe('a shadow', () => {
  it('runs a query again once it is answered, for nobody who waits, and takes another order of names for equal', async () => {
    const { executor, second, lines, told } = scene(answerOf({ a: 1, b: 2 }), () => answerOf({ b: 2, a: 1 }));
    const plan = await executor.prepare('{ a b }');
    expect(await executor.prepare('{ a b }')).toBe(plan);
    expect(await plan.execute(request)).toEqual(answerOf({ a: 1, b: 2 }));
    await told('equal');
    expect(lines).toEqual([]);
    expect(second.ran).toMatchObject([{ variables: request.variables, meta: { requestId: 'r1', signal: { aborted: false } } }]);
    expect(second.ran[0]!.meta.deadlineAt).toBeGreaterThan(0);
  });

  it.each([
    ['data', answerOf({ a: 1 }), answerOf({ a: 2 })],
    ['the place of an error', answerOf(null, [{ message: 'x', path: ['a'] }]), answerOf(null, [{ message: 'x', path: ['b'] }])],
  ])('tells of other %s by the hash of the operation, and of nothing that was said', async (_, own, reference) => {
    const { executor, lines, told } = scene(own, () => reference);
    await (await executor.prepare('query { a(id: $id) }')).execute(request);
    await told('different');
    expect(lines).toEqual([expect.stringMatching(/^shadow\.different \{"operation":"sha256:[0-9a-f]{64}","requestId":"r1"\}$/)]);
  });

  it('that fails is counted, and nobody notices', async () => {
    const { executor, told } = scene(answerOf(1), () => Promise.reject(new Error('no')));
    expect(await (await executor.prepare('{ a }')).execute(request)).toEqual(answerOf(1));
    await told('failed');
  });

  it.each(['mutation { a }', 'subscription { a }'])('never runs %s again', async (operation) => {
    const { executor, second } = scene(answerOf(1), () => answerOf(1));
    await (await executor.prepare(operation)).execute(request);
    await new Promise((resolve) => setImmediate(resolve));
    expect(second.ran).toEqual([]);
  });

  it('is cast by the share of queries that is asked for', async () => {
    for (const [percent, draw, times] of [
      [0, 0, 0],
      [50, 0.49, 1],
      [50, 0.5, 0],
    ] as const) {
      const { executor, second } = scene(answerOf(1), () => answerOf(1), percent, draw);
      await (await executor.prepare('{ a }')).execute(request);
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(second.ran).toHaveLength(times);
    }
  });

  it('leaves out what comes while two others run, and what is long', async () => {
    let end = (): void => undefined;
    const held = new Promise<PlanAnswer>((resolve) => (end = () => resolve(answerOf(1))));
    const { executor, second, told } = scene(answerOf(1), () => held);
    const plan = await executor.prepare('{ a }');
    for (let time = 0; time < 4; time += 1) {
      await plan.execute(request);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await told('skipped')).toContain('veza_shadow_total{outcome="skipped"} 2');
    expect(second.ran).toHaveLength(2);
    end();
    await told('equal');
    const long = scene(answerOf('x'.repeat(300_000)), () => answerOf(1));
    await (await long.executor.prepare('{ a }')).execute(request);
    await long.told('skipped');
    expect(long.second.ran).toEqual([]);
  });
});
