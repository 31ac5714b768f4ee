import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '@veza/telemetry';
import { waitUntil } from '@veza/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Planner } from './planner.ts';
import type { PlannerJob } from './planner-message.ts';
import { storedPlans } from './stored-plans.ts';

const plan = (operation: string): PlannerJob => ({ kind: 'plan', operation });

describe('plans on disk', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'veza-plans-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** A gateway that starts, and what it had to plan. */
  const start = (supergraphSdl = 'sdl', rest: { maxBytes?: number; folder?: string } = {}, log = silentLog) => {
    const planned: string[] = [];
    const planner: Planner = {
      ready: Promise.resolve({ supergraph: [], api: [] }),
      run: async (job) => {
        const asked = job.kind === 'plan' ? job.operation : job.kind;
        planned.push(asked);
        return `{"plan":"${asked}"}`;
      },
      close: () => Promise.resolve(),
    };
    return { planned, planner: storedPlans(planner, { folder, supergraphSdl, log, ...rest }) };
  };
  const stored = async (count: number) => {
    let names: readonly string[] = [];
    await waitUntil(
      async () => {
        names = (await readdir(folder)).filter((name) => !name.includes('.'));
        return names.length === count;
      },
      { timeoutMs: 5000 },
    );
    return names.map((name) => join(folder, name));
  };

  it('are found by the next start, which plans nothing', async () => {
    expect(await start().planner.run(plan('{ a }'))).toBe('{"plan":"{ a }"}');
    await stored(1);
    const { planned, planner } = start();
    expect(await planner.run(plan('{ a }'))).toBe('{"plan":"{ a }"}');
    expect(planned).toEqual([]);
  });

  it('are not taken for those of another supergraph or operation', async () => {
    await start().planner.run(plan('{ a }'));
    await stored(1);
    const [other, later] = [start('another'), start()];
    await other.planner.run(plan('{ a }'));
    await later.planner.run(plan('{ b }'));
    expect([other.planned, later.planned]).toEqual([['{ a }'], ['{ b }']]);
    await stored(3);
  });

  it('are all that is kept: what else the planner does is done each time', async () => {
    const { planned, planner } = start();
    for (let time = 0; time < 2; time += 1) await planner.run({ kind: 'introspect', query: '{ __typename }', variables: {} });
    expect(planned).toEqual(['introspect', 'introspect']);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(['', 'no digest', '\n{}', `${'0'.repeat(64)}\n{"plan":"forged"}`])('are ignored when they are damaged: %j', async (content) => {
    await start().planner.run(plan('{ a }'));
    const [path] = await stored(1);
    await writeFile(path!, content);
    const { planned, planner } = start();
    expect(await planner.run(plan('{ a }'))).toBe('{"plan":"{ a }"}');
    expect(planned).toEqual(['{ a }']);
    await waitUntil(async () => (await readFile(path!, 'utf8')).includes('"plan":"{ a }"'), { timeoutMs: 5000 });
  });

  it('give way, the oldest first, when they take too much room', async () => {
    const first = start();
    for (const operation of ['{ a }', '{ b }', '{ c }']) await first.planner.run(plan(operation));
    await stored(3);
    const { planned, planner } = start('sdl', { maxBytes: 100 });
    await planner.run(plan('{ z }'));
    expect(planned).toEqual(['{ z }']);
    await stored(2);
  });

  it('are done without where the disk fails', async () => {
    const warn = vi.fn<(event: string) => void>();
    const { planner } = start('sdl', { folder: '/dev/null/plans' }, { ...silentLog, warn });
    expect(await planner.run(plan('{ a }'))).toBe('{"plan":"{ a }"}');
    await waitUntil(() => warn.mock.calls.length === 2, { timeoutMs: 5000 });
    expect(warn.mock.calls.map(([event]) => event)).toEqual(['plan.store-failed', 'plan.store-failed']);
  });
});
