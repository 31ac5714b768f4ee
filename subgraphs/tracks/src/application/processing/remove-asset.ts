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
