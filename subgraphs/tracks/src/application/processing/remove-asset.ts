import { type Clock, ok, type Result } from '@veza/kernel';
import type { TracksUnitOfWork } from '../unit-of-work.ts';
import type { AssetFiles, AssetProgress } from './ports.ts';

interface Dependencies {
  readonly unitOfWork: TracksUnitOfWork;
  readonly progress: AssetProgress;
  readonly files: AssetFiles;
  readonly clock: Clock;
}

/** Removes the files of a version that is no longer served, its source among them, and gives its bytes back to the quota. Repeatable. */
export function removeAsset({ unitOfWork, progress, files, clock }: Dependencies) {
  return async (assetId: string): Promise<void> => {
    const asset = await progress.find(assetId);
    if (!asset?.isRetired) return;
    await files.remove(asset);
    await unitOfWork(async ({ uploads }): Promise<Result<void, never>> => {
      await uploads.markFreed(asset.uploadId, clock());
      return ok(undefined);
    });
  };
}

/** The source of a version that failed is kept this long, for whoever asks why. */
const KEPT_AFTER_FAILURE_MS = 7 * 24 * 3_600_000;

/** Removes the sources of versions that failed a week ago. Answers how many. */
export function removeFailedSources({ unitOfWork, progress, files, clock }: Dependencies) {
  return async (): Promise<number> => {
    const failed = await progress.findFailed(new Date(clock().getTime() - KEPT_AFTER_FAILURE_MS));
    for (const asset of failed) {
      await files.remove(asset);
      await unitOfWork(async ({ uploads }): Promise<Result<void, never>> => {
        await uploads.markFreed(asset.uploadId, clock());
        return ok(undefined);
      });
    }
    return failed.length;
  };
}
