import { silentLog } from '@veza/telemetry';
import { fixedClock } from '@veza/testing';
import { describe, expect, it } from 'vitest';
import { workerPlanner } from './planner.ts';
import type { PlannerJob } from './planner-message.ts';
import { type PlannerThread, PlanningFailed } from './planner-thread.ts';

const plan = (operation: string): PlannerJob => ({ kind: 'plan', operation });
const limits = { queueLength: 2, wallLimitMs: 1000, refusalMs: 60_000 };

/** A planner over threads that answer when the test says so. */
function openPlanner() {
  const threads: {
    readonly operations: string[];
    readonly answers: { resolve: (plan: string) => void; reject: (reason: Error) => void }[];
  }[] = [];
  const startThread = (): PlannerThread => {
    const thread: (typeof threads)[number] = { operations: [], answers: [] };
    threads.push(thread);
    const run = (job: PlannerJob) => {
      thread.operations.push(job.kind === 'plan' ? job.operation : job.kind);
      return new Promise<string>((resolve, reject) => thread.answers.push({ resolve, reject }));
    };
    return { ready: Promise.resolve({ supergraph: [], api: [] }), run, close: () => Promise.resolve() };
  };
  const clock = fixedClock();
  return { threads, clock, planner: workerPlanner({ supergraphSdl: '', clock, log: silentLog, limits, startThread }) };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('workerPlanner', () => {
  it('plans a document once for all who ask at the same time', async () => {
    const { planner, threads } = openPlanner();
    const asked = [planner.run(plan('{ a }')), planner.run(plan('{ a }'))];
    await turn();
    threads[0]!.answers[0]!.resolve('A');
    expect(await Promise.all(asked)).toEqual(['A', 'A']);
    expect(threads[0]!.operations).toEqual(['{ a }']);
  });

  it('plans one document at a time and refuses those above the queue', async () => {
    const { planner, threads } = openPlanner();
    const asked = ['{ a }', '{ b }', '{ c }'].map((text) => planner.run(plan(text)));
    await expect(planner.run(plan('{ d }'))).rejects.toMatchObject({ extensions: { code: 'OVERLOADED' } });
    for (const [index, answer] of ['A', 'B', 'C'].entries()) {
      await turn();
      expect(threads[0]!.operations).toHaveLength(index + 1);
      threads[0]!.answers[index]!.resolve(answer);
    }
    expect(await Promise.all(asked)).toEqual(['A', 'B', 'C']);
  });

  it('replaces a thread that takes too long, and refuses the document for a minute', async () => {
    const { planner, threads, clock } = openPlanner();
    const slow = planner.run(plan('{ slow }'));
    await turn();
    threads[0]!.answers[0]!.reject(new PlanningFailed('timeout', 'too slow'));
    await expect(slow).rejects.toMatchObject({ extensions: { code: 'OVERLOADED' } });
    expect(threads).toHaveLength(2);

    await expect(planner.run(plan('{ slow }'))).rejects.toMatchObject({ extensions: { code: 'OVERLOADED' } });
    expect(threads[1]!.operations).toEqual([]);

    clock.advance(limits.refusalMs + 1);
    const again = planner.run(plan('{ slow }'));
    await turn();
    threads[1]!.answers[0]!.resolve('S');
    expect(await again).toBe('S');
  });

  it('goes on with a new thread after one that fell', async () => {
    const { planner, threads } = openPlanner();
    const first = planner.run(plan('{ a }'));
    await turn();
    threads[0]!.answers[0]!.reject(new PlanningFailed('crashed', 'gone'));
    await expect(first).rejects.toMatchObject({ extensions: { code: 'OVERLOADED' } });
    const second = planner.run(plan('{ a }'));
    await turn();
    threads[1]!.answers[0]!.resolve('A');
    expect(await second).toBe('A');
  });

  it('says that the operation is beyond the planner when it refuses it', async () => {
    const { planner, threads } = openPlanner();
    const asked = planner.run(plan('{ a }'));
    await turn();
    threads[0]!.answers[0]!.reject(new PlanningFailed('refused', 'Number of non-local selections exceeds limit'));
    await expect(asked).rejects.toMatchObject({ extensions: { code: 'OPERATION_LIMIT_EXCEEDED' } });
    expect(threads).toHaveLength(1);
  });
});
