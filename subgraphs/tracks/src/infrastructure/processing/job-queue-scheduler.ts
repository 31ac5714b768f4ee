import type { JobQueue } from '@veza/jobs';
import type { Transaction } from '@veza/postgres';
import type { JobScheduler } from '../../application/unit-of-work.ts';

/** Names of the queues. */
export const PROCESS_ASSET = 'process-asset';
export const REMOVE_ASSET = 'remove-asset';

/** What a job of tracks carries. */
export interface AssetJob {
  readonly assetId: string;
}

/** Jobs in the transaction of the change; one at a time for each version. */
export function jobQueueScheduler(tx: Transaction, jobs: JobQueue): JobScheduler {
  const enqueue = (name: string) => (assetId: string) => jobs.enqueue<AssetJob>(tx, name, { assetId }, { singletonKey: assetId });
  return { processAsset: enqueue(PROCESS_ASSET), removeAsset: enqueue(REMOVE_ASSET) };
}
