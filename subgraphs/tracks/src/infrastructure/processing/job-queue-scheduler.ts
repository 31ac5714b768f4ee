import type { JobQueue } from '@veza/jobs';
import type { Transaction } from '@veza/postgres';
import type { JobScheduler } from '../../application/unit-of-work.ts';

/** Names of the queues. */
export const PROCESS_ASSET = 'process-asset';
export const REMOVE_ASSET = 'remove-asset';
export const REMOVE_IMAGE = 'remove-image';
export const REMOVE_ATTACHMENT = 'remove-attachment';

/** What a job about a version carries. */
export interface AssetJob {
  readonly assetId: string;
}

/** What a job about a picture carries. */
export interface ImageJob {
  readonly imageId: string;
}

/** What a job about an attachment carries. */
export interface AttachmentJob {
  readonly aid: string;
}

/** Jobs in the transaction of the change; one at a time for each version, picture and attachment. Versions are taken in turns: everybody's first, everybody's second, … */
export function jobQueueScheduler(tx: Transaction, jobs: JobQueue): JobScheduler {
  return {
    processAsset: ({ assetId, artistId, waiting }) =>
      jobs.enqueue<AssetJob>(tx, PROCESS_ASSET, { assetId }, { singletonKey: assetId, group: artistId, priority: -waiting }),
    removeAsset: (assetId) => jobs.enqueue<AssetJob>(tx, REMOVE_ASSET, { assetId }, { singletonKey: assetId }),
    removeImage: (imageId) => jobs.enqueue<ImageJob>(tx, REMOVE_IMAGE, { imageId }, { singletonKey: imageId }),
    removeAttachment: (aid) => jobs.enqueue<AttachmentJob>(tx, REMOVE_ATTACHMENT, { aid }, { singletonKey: aid }),
  };
}
