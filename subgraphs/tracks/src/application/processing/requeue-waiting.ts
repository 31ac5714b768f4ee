import { type Clock, ok, type Result } from '@veza/kernel';
import type { TracksUnitOfWork } from '../unit-of-work.ts';
import type { AssetProgress } from './ports.ts';

interface Dependencies {
  readonly unitOfWork: TracksUnitOfWork;
  readonly progress: AssetProgress;
  readonly clock: Clock;
  readonly hasTranscoder: boolean;
}

/** A version of which nothing was heard for so long has no worker. */
const LOST_AFTER_MS = 10 * 60_000;

/**
 * Puts versions back into the queue that nobody works on: those whose job was given up, and those that waited for a transcoder
 * when there is one now. Answers how many.
 */
export function requeueWaiting({ unitOfWork, progress, clock, hasTranscoder }: Dependencies) {
  return async (): Promise<number> => {
    const waiting = await progress.findWaiting(new Date(clock().getTime() - LOST_AFTER_MS), hasTranscoder);
    for (const { assetId, artistId } of waiting) {
      await unitOfWork(async ({ assets, jobs }): Promise<Result<void, never>> => {
        await assets.requeue(assetId, clock());
        await jobs.processAsset({ assetId, artistId, waiting: await assets.countUnfinished(artistId) });
        return ok(undefined);
      });
    }
    return waiting.length;
  };
}
