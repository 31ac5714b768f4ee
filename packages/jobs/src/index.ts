export type { EnqueueOptions, Job, JobQueue } from './job-queue.ts';
