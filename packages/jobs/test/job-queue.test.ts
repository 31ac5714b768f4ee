import { messagingMigrations } from '@veza/postgres';
import { silentLog } from '@veza/telemetry';
import { type AdapterFixture, describeEachAdapter, testDatabase, type TestDatabase, waitUntil } from '@veza/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Job, type JobQueue, pgBossJobQueue, type WorkOptions } from '../src/index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ schema: 'tracks', folders: [messagingMigrations], jobsSchema: true });
});
afterAll(() => database[Symbol.asyncDispose]());

const pgBoss: AdapterFixture<JobQueue> = {
  name: 'pg-boss',
  async open() {
    const adapter = await pgBossJobQueue({ url: database.url, schema: 'tracks', log: silentLog });
    return { adapter, close: async () => adapter[Symbol.asyncDispose]() };
  },
};

type Work = { readonly trackId: string };
type Pace = Omit<WorkOptions, 'signal'>;

let queues = 0;
const freshName = () => `process-${(queues += 1)}`;

describeEachAdapter('JobQueue', [pgBoss], ({ open }) => {
  const enqueue = (queue: JobQueue, name: string, trackId: string, options?: Parameters<JobQueue['enqueue']>[3]) =>
    database.database.transaction((tx) => queue.enqueue<Work>(tx, name, { trackId }, options));

  /** Works on a queue until `stop`. */
  const worker = (queue: JobQueue, name: string, handler: (job: Job<Work>) => Promise<void>, pace: Pace = { concurrency: 1 }) => {
    const controller = new AbortController();
    const ended = queue.work<Work>(name, { ...pace, signal: controller.signal }, handler);
    return {
      stop: () => {
        controller.abort();
        return ended;
      },
    };
  };

  it('runs a job when its transaction commits, and none when it does not', async () => {
    const queue = await open();
    const name = freshName();
    const done: string[] = [];
    const { stop } = worker(queue, name, async ({ data }) => void done.push(data.trackId));
    const rolledBack = database.database.transaction(async (tx) => {
      await queue.enqueue<Work>(tx, name, { trackId: 'never' });
      throw new Error('refused');
    });
    await expect(rolledBack).rejects.toThrow('refused');
    await enqueue(queue, name, 'track_1');
    await enqueue(queue, name, 'track_2');
    await waitUntil(() => done.length === 2);
    await stop();
    expect(done).toEqual(['track_1', 'track_2']);
  });

  it('starts a job within a moment of the commit', async () => {
    const queue = await open();
    const name = freshName();
    let startedAt = 0;
    const { stop } = worker(queue, name, async () => void (startedAt = performance.now()));
    await enqueue(queue, name, 'warm');
    await waitUntil(() => startedAt > 0);
    startedAt = 0;
    const committedAt = performance.now();
    await enqueue(queue, name, 'track_1');
    await waitUntil(() => startedAt > 0);
    await stop();
    expect(startedAt - committedAt).toBeLessThan(2_000);
  });

  it('takes what matters more first', async () => {
    const queue = await open();
    const name = freshName();
    for (const [trackId, priority] of [
      ['a1', -1],
      ['a2', -2],
      ['a3', -3],
      ['b1', -1],
    ] as const)
      await enqueue(queue, name, trackId, { priority });
    const done: string[] = [];
    const { stop } = worker(queue, name, async ({ data }) => void done.push(data.trackId));
    await waitUntil(() => done.length === 4);
    await stop();
    expect(done).toEqual(['a1', 'b1', 'a2', 'a3']);
  });

  it('keeps one group from taking every worker', async () => {
    const queue = await open();
    const name = freshName();
    for (const trackId of ['a1', 'a2', 'a3']) await enqueue(queue, name, trackId, { group: 'a' });
    await enqueue(queue, name, 'b1', { group: 'b' });
    const running: string[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const handler = async ({ data }: Job<Work>) => {
      running.push(data.trackId);
      await held;
    };
    const { stop } = worker(queue, name, handler, { concurrency: 4, perGroup: 2 });
    await waitUntil(() => running.length === 3);
    expect(running.toSorted()).toEqual(['a1', 'a2', 'b1']);
    release();
    await waitUntil(() => running.length === 4);
    await stop();
  });

  it('waits for the instant that was asked for', async () => {
    const queue = await open();
    const name = freshName();
    const runAt = new Date(Date.now() + 2_000);
    let ranAt = 0;
    const { stop } = worker(queue, name, async () => void (ranAt = Date.now()));
    await enqueue(queue, name, 'track_1', { runAt });
    await waitUntil(() => ranAt > 0, { timeoutMs: 10_000 });
    await stop();
    expect(ranAt).toBeGreaterThanOrEqual(runAt.getTime());
  });

  it('keeps one waiting or running job for a key, any number without one', async () => {
    const queue = await open();
    const name = freshName();
    const started: string[] = [];
    const { promise: released, resolve: release } = deferred();
    for (let round = 0; round < 3; round += 1) await enqueue(queue, name, 'keyed', { singletonKey: 'track_1' });
    for (let round = 0; round < 2; round += 1) await enqueue(queue, name, 'free');
    const { stop } = worker(
      queue,
      name,
      async ({ data }) => {
        started.push(data.trackId);
        await released;
      },
      { concurrency: 5 },
    );
    await waitUntil(() => started.length === 3);
    await enqueue(queue, name, 'keyed', { singletonKey: 'track_1' });
    release();
    await stop();
    expect(started.toSorted()).toEqual(['free', 'free', 'keyed']);
    const again = worker(queue, name, async ({ data }) => void started.push(data.trackId));
    await enqueue(queue, name, 'keyed', { singletonKey: 'track_1' });
    await waitUntil(() => started.length === 4);
    await again.stop();
  });

  it('runs as many jobs at a time as it may', async () => {
    const queue = await open();
    const name = freshName();
    let running = 0;
    let most = 0;
    let done = 0;
    for (let round = 0; round < 6; round += 1) await enqueue(queue, name, `track_${round}`);
    const handler = async () => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setTimeout(resolve, 100));
      running -= 1;
      done += 1;
    };
    const { stop } = worker(queue, name, handler, { concurrency: 2 });
    await waitUntil(() => done === 6, { timeoutMs: 20_000 });
    await stop();
    expect(most).toBe(2);
  });

  it('repeats a failed job as often as was asked, then leaves it', async () => {
    const queue = await open();
    const name = freshName();
    let tries = 0;
    const { stop } = worker(queue, name, async () => {
      tries += 1;
      throw new Error('broken');
    });
    await enqueue(queue, name, 'track_1', { retryLimit: 1 });
    await waitUntil(() => tries === 2, { timeoutMs: 15_000 });
    await enqueue(queue, name, 'track_2', { retryLimit: 0 });
    await waitUntil(() => tries === 3, { timeoutMs: 15_000 });
    await stop();
    expect(tries).toBe(3);
  });

  it('gives a job back uncounted when its worker is asked to stop', async () => {
    const queue = await open();
    const name = freshName();
    await enqueue(queue, name, 'track_1', { retryLimit: 0 });
    const { promise: begun, resolve: begin } = deferred();
    const first = worker(queue, name, async ({ signal }) => {
      begin();
      await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopping'))));
    });
    await begun;
    await first.stop();
    const done: string[] = [];
    const second = worker(queue, name, async ({ data }) => void done.push(data.trackId));
    await waitUntil(() => done.length === 1);
    await second.stop();
    expect(done).toEqual(['track_1']);
  });

  it('runs the job of a killed worker again within 15 seconds', async () => {
    const queue = await open();
    const name = freshName();
    await enqueue(queue, name, 'track_1');
    const script = fileURLToPath(new URL('stuck-worker.ts', import.meta.url));
    const stuck = spawn(process.execPath, ['--import', 'tsx', script, database.url, 'tracks', name], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(stuck.stdout, 'data');
    const exited = once(stuck, 'exit');
    stuck.kill('SIGKILL');
    await exited;
    const killedAt = performance.now();
    const done: string[] = [];
    const { stop } = worker(queue, name, async ({ data }) => void done.push(data.trackId));
    await waitUntil(() => done.length === 1, { timeoutMs: 30_000 });
    const resumedAfterMs = performance.now() - killedAt;
    await stop();
    expect(done).toEqual(['track_1']);
    expect(resumedAfterMs).toBeLessThan(15_000);
  });
});

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
