export type { EnqueueOptions, Job, JobQueue } from './job-queue.ts';
export { type PgBossJobQueue, pgBossJobQueue, type PgBossJobQueueOptions } from './pg-boss-job-queue.ts';
