export type { EnqueueOptions, Job, JobQueue, WorkOptions } from './job-queue.ts';
export { type PgBossJobQueue, pgBossJobQueue, type PgBossJobQueueOptions } from './pg-boss-job-queue.ts';
