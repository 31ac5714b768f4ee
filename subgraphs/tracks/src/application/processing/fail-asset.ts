import { type Clock, ok, type Result } from '@veza/kernel';
import type { ProcessingFailureCode } from '../../domain/audio/processing.ts';
import type { TracksUnitOfWork } from '../unit-of-work.ts';
import type { Asset, ProcessingHints } from './ports.ts';

interface Dependencies {
  readonly unitOfWork: TracksUnitOfWork;
  readonly hints: ProcessingHints;
  readonly clock: Clock;
}

export type FailAsset = ReturnType<typeof failAsset>;

/** Ends a version as FAILED with a code; the track stays, and an older version is heard as before. */
export function failAsset({ unitOfWork, hints, clock }: Dependencies) {
  return async ({ id, trackId }: Pick<Asset, 'id' | 'trackId'>, code: ProcessingFailureCode): Promise<void> => {
    await unitOfWork(async ({ assets }): Promise<Result<void, never>> => {
      const asset = await assets.lock(id);
      if (asset && !asset.isRetired && asset.state !== 'READY') await assets.fail(id, code, clock());
      return ok(undefined);
    });
    hints.publish(trackId);
  };
}
