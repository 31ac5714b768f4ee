import type { JobQueue } from '@veza/jobs';
import { type BackgroundTask, periodicTask } from '@veza/kernel';
import type { Log } from '@veza/telemetry';
import { availableParallelism } from 'node:os';
import type { ProcessAsset } from './application/processing/process-asset.ts';
import {
  type AssetJob,
  type AttachmentJob,
  type ImageJob,
  PROCESS_ASSET,
  REMOVE_ASSET,
  REMOVE_ATTACHMENT,
  REMOVE_IMAGE,
} from './infrastructure/processing/job-queue-scheduler.ts';

/** What the workers do. */
export interface WorkerOptions {
  readonly jobs: JobQueue;
  readonly processAsset: ProcessAsset;
  readonly removeAsset: (assetId: string) => Promise<void>;
  /** Removes the files of a picture. */
  readonly removeImage: (imageId: string) => Promise<void>;
  /** Removes the file of an attachment. */
  readonly removeAttachment: (aid: string) => Promise<void>;
  /** Puts back into the queue what nobody works on. */
  readonly requeueWaiting: () => Promise<number>;
  readonly clearWorkFolder: () => Promise<void>;
  readonly transcodingWorkers: number | undefined;
  readonly log: Log;
}

const REQUEUE_INTERVAL_MS = 60_000;
/** Versions of one artist that are processed at the same time, in all processes. */
const VERSIONS_OF_ONE = 2;

/**
 * Works on the queues of tracks. One round, which also comes once a minute, puts versions back into the queue that nobody works on.
 * A job that is running when the signal aborts is killed with its process and goes back into the queue.
 */
export function assetWorkers(options: WorkerOptions): BackgroundTask {
  const { jobs, processAsset, removeAsset, removeImage, removeAttachment, requeueWaiting, clearWorkFolder, log } = options;
  const concurrency = options.transcodingWorkers ?? Math.max(1, availableParallelism() - 1);
  const requeue = periodicTask({
    intervalMs: REQUEUE_INTERVAL_MS,
    runOnce: requeueWaiting,
    onFailure: (error) => log.error('tracks.requeue-failed', { error }),
  });
  return {
    runOnce: requeueWaiting,
    async run(signal) {
      await clearWorkFolder().catch((error: unknown) => log.error('tracks.work-folder-not-cleared', { error }));
      await Promise.all([
        jobs.work<AssetJob>(PROCESS_ASSET, { concurrency, perGroup: VERSIONS_OF_ONE, signal }, (job) =>
          processAsset(job.data.assetId, job.signal),
        ),
        jobs.work<AssetJob>(REMOVE_ASSET, { concurrency: 1, signal }, (job) => removeAsset(job.data.assetId)),
        jobs.work<ImageJob>(REMOVE_IMAGE, { concurrency: 1, signal }, (job) => removeImage(job.data.imageId)),
        jobs.work<AttachmentJob>(REMOVE_ATTACHMENT, { concurrency: 1, signal }, (job) => removeAttachment(job.data.aid)),
        requeue.run(signal),
      ]).catch((error: unknown) => log.error('background.failed', { task: 'tracks asset workers', error }));
    },
  };
}
