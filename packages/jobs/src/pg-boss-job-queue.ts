import { roleOfSchema } from '@veza/postgres';
import type { Log } from '@veza/telemetry';
import { sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { fromDrizzle, PgBoss, type Queue } from 'pg-boss';
import type { Job, JobQueue, WorkOptions } from './job-queue.ts';
import { restoreJob } from './restore-job.ts';

/** A worker that is silent this long is taken for dead; pg-boss allows no less. */
const HEARTBEAT_SECONDS = 10;
const HEARTBEAT_REFRESH_SECONDS = 2;
/** How often dead workers are looked for, and how long a lost notification delays a job. */
const POLL_SECONDS = 1;
const STOP_TIMEOUT_MS = 30_000;

/** `exclusive` allows one waiting or running job per key; a job without a key gets one of its own. */
const QUEUE: Omit<Queue, 'name'> = {
  policy: 'exclusive',
  notify: true,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  expireInSeconds: 6 * 60 * 60,
  retryLimit: 2,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
};

/** Where the jobs are kept. */
export interface PgBossJobQueueOptions {
  /** `postgres://…`, in session mode: one connection listens. */
  readonly url: string;
  /** Schema of the subgraph. Its jobs live in `<schema>_jobs`, which `migrate({ jobsSchema: true })` makes and the role `veza_<schema>` fills. */
  readonly schema: string;
  /** Connections at most, default 4. */
  readonly maxConnections?: number;
  readonly log: Log;
}

/** The queue and the end of its connections. */
export interface PgBossJobQueue extends JobQueue, AsyncDisposable {}

const bossOf = ({ url, schema, maxConnections = 4 }: PgBossJobQueueOptions) =>
  new PgBoss({
    connectionString: url,
    schema: `${schema}_jobs`,
    createSchema: false,
    migrate: true,
    max: maxConnections,
    options: `-c role=${roleOfSchema(schema)} -c TimeZone=UTC`,
    application_name: `veza ${schema} jobs`,
    useListenNotify: true,
    superviseIntervalSeconds: POLL_SECONDS,
    monitorIntervalSeconds: POLL_SECONDS,
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });

/**
 * Jobs in Postgres. A job whose worker was killed runs again within about 12 seconds; one whose worker was asked to stop,
 * and whose handler rejected because of it, goes back at once and is not counted as tried.
 * Opens its own connections and makes its tables.
 */
export async function pgBossJobQueue(options: PgBossJobQueueOptions): Promise<PgBossJobQueue> {
  const { log } = options;
  const boss = bossOf(options);
  boss.on('error', (error) => log.error('jobs.failed', { error }));
  boss.on('warning', ({ message }) => log.warn('jobs.warning', { message }));
  await boss.start();

  const made = new Map<string, Promise<void>>();
  const queue = (name: string) => {
    const making = made.get(name) ?? boss.createQueue(name, QUEUE);
    made.set(name, making);
    making.catch(() => made.delete(name));
    return making;
  };

  return {
    async enqueue(tx, name, data, { runAt, singletonKey = randomUUID(), retryLimit, group, priority } = {}) {
      await queue(name);
      await boss.send(name, data, {
        db: fromDrizzle(tx, sql),
        singletonKey,
        ...(runAt && { startAfter: runAt }),
        ...(retryLimit !== undefined && { retryLimit }),
        ...(group !== undefined && { group: { id: group } }),
        ...(priority !== undefined && { priority }),
      });
    },

    async work<Data extends object>(
      name: string,
      { concurrency, perGroup, signal }: WorkOptions,
      handler: (job: Job<Data>) => Promise<void>,
    ) {
      if (signal.aborted) return;
      await queue(name);
      const pace = {
        localConcurrency: concurrency,
        ...(perGroup !== undefined && { groupConcurrency: perGroup }),
        pollingIntervalSeconds: POLL_SECONDS,
        notifyPollingIntervalSeconds: POLL_SECONDS,
        heartbeatRefreshSeconds: HEARTBEAT_REFRESH_SECONDS,
      };
      const id = await boss.work<Data>(name, pace, async ([job]) => {
        if (!job) return;
        try {
          await handler({ id: job.id, data: job.data, signal: AbortSignal.any([signal, job.signal]) });
        } catch (error) {
          if (!signal.aborted) {
            log.warn('job.failed', { queue: name, jobId: job.id, tries: job.retryCount + 1, error });
            throw error;
          }
          log.info('job.put-back', { queue: name, jobId: job.id });
          await restoreJob(boss.getDb(), `${options.schema}_jobs`, job.id);
        }
      });
      await aborted(signal);
      await boss.offWork(name, { id, wait: true });
    },

    [Symbol.asyncDispose]: () => boss.stop({ timeout: STOP_TIMEOUT_MS }),
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
