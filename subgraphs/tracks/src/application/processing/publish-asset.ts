import { type Clock, ok, type Result } from '@veza/kernel';
import { type Track, trackTitle } from '../../domain/track.ts';
import { isToBeAnnounced, recordTrackChanged, recordTrackPublished } from '../track/track-events.ts';
import type { TracksUnitOfWork } from '../unit-of-work.ts';
import type { Asset, ProcessedAudio, ProcessingHints, StoredFile } from './ports.ts';

interface Dependencies {
  readonly unitOfWork: TracksUnitOfWork;
  readonly hints: ProcessingHints;
  readonly clock: Clock;
}

/** A version whose files are all stored. */
export interface PublishAssetCommand {
  readonly asset: Pick<Asset, 'id' | 'trackId'>;
  readonly audio: ProcessedAudio;
  readonly files: readonly StoredFile[];
  /** Title among the file's tags, unchecked. */
  readonly suggestedTitle: string | undefined;
}

export type PublishAsset = ReturnType<typeof publishAsset>;

const titleFor = (track: Track, suggested: string | undefined) =>
  track.isTitleChosen || suggested === undefined ? track.title : (trackTitle(suggested) ?? track.title);

/**
 * Makes a version the one that is heard, in one transaction: before it nothing of it is visible, after it everything.
 * Older versions end with it. Records `tracks.track-changed.v1`, and `tracks.track-published.v1` the first time that everybody can hear the track.
 * Answers false when the version or its track is gone, or the version is ready already.
 */
export function publishAsset({ unitOfWork, hints, clock }: Dependencies) {
  return async ({ asset: { id, trackId }, audio, files, suggestedTitle }: PublishAssetCommand): Promise<boolean> => {
    const published = await unitOfWork(async ({ assets, tracks, jobs, events }): Promise<Result<boolean, never>> => {
      const track = await tracks.lock(trackId);
      const asset = await assets.lock(id);
      if (!track || !asset || asset.isRetired || asset.state === 'READY') return ok(false);
      const now = clock();
      await assets.publish(id, audio, files, now);
      const heard = {
        ...track,
        title: titleFor(track, suggestedTitle),
        publishedAt: track.publishedAt ?? now,
        durationMs: audio.durationMs,
        revision: track.revision + 1,
      };
      const isAnnounced = isToBeAnnounced(heard);
      await tracks.setCurrentAsset({ ...heard, isAnnounced: heard.isAnnounced || isAnnounced }, id);
      for (const olderId of await assets.retireOthers(trackId, id, now)) await jobs.removeAsset(olderId);
      await recordTrackChanged(events, heard);
      if (isAnnounced) await recordTrackPublished(events, heard);
      return ok(true);
    });
    hints.publish(trackId);
    return published.ok && published.value;
  };
}
