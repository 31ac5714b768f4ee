import { type Clock, ok, type Result } from '@veza/kernel';
import { type Track, trackTitle } from '../../domain/track.ts';
import { isToBeAnnounced, recordTrackChanged, recordTrackPublished } from '../track/track-events.ts';
import type { MadeImage } from '../picture/ports.ts';
import { removeImage } from '../picture/remove-image.ts';
import type { TracksRepositories, TracksUnitOfWork } from '../unit-of-work.ts';
import type { Asset, ProcessedAudio, ProcessingHints, StoredFile } from './ports.ts';

interface Dependencies {
  readonly unitOfWork: TracksUnitOfWork;
  readonly hints: ProcessingHints;
  readonly clock: Clock;
}

/** What the file says of itself, which counts where its artist said nothing. */
export interface Suggestions {
  /** Unchecked. */
  readonly title: string | undefined;
  /** Its files are stored. */
  readonly cover: MadeImage | undefined;
}

/** A version whose files are all stored. */
export interface PublishAssetCommand {
  readonly asset: Pick<Asset, 'id' | 'trackId'>;
  readonly audio: ProcessedAudio;
  readonly files: readonly StoredFile[];
  readonly suggested: Suggestions;
}

export type PublishAsset = ReturnType<typeof publishAsset>;

const titleFor = (track: Track, { title }: Suggestions) =>
  track.isTitleChosen || title === undefined ? track.title : (trackTitle(title) ?? track.title);

/** The cover of an older version gives way to a new one; a picture that the artist sent does not. */
async function showCover(repositories: TracksRepositories, track: Track, cover: MadeImage, at: Date): Promise<void> {
  const { images, tracks, jobs } = repositories;
  const shown = track.artworkImageId;
  if (shown !== null && (await images.isSent(shown))) return jobs.removeImage(cover.id);
  await images.insert(cover, at);
  await tracks.setArtwork(track.id, cover.id);
  return shown === null ? undefined : removeImage(repositories, shown, at);
}

/** Writes a track that is heard in a new version from now on, and tells others. */
async function saveHeard(repositories: TracksRepositories, track: Track, command: PublishAssetCommand, now: Date): Promise<void> {
  const { tracks, events } = repositories;
  const { asset, audio, suggested } = command;
  const heard = {
    ...track,
    title: titleFor(track, suggested),
    readyAt: track.readyAt ?? now,
    durationMs: audio.durationMs,
    revision: track.revision + 1,
  };
  const isAnnounced = isToBeAnnounced(heard, now);
  await tracks.setCurrentAsset({ ...heard, isAnnounced: heard.isAnnounced || isAnnounced }, asset.id);
  await recordTrackChanged(events, heard);
  if (isAnnounced) await recordTrackPublished(events, heard);
}

/**
 * Makes a version the one that is heard, in one transaction: before it nothing of it is visible, after it everything.
 * Older versions end with it. Records `tracks.track-changed.v1`, and `tracks.track-published.v1` the first time that everybody can hear the track.
 * Answers false when the version or its track is gone, or the version is ready already.
 */
export function publishAsset({ unitOfWork, hints, clock }: Dependencies) {
  return async (command: PublishAssetCommand): Promise<boolean> => {
    const { id, trackId } = command.asset;
    const published = await unitOfWork(async (repositories): Promise<Result<boolean, never>> => {
      const { assets, tracks, jobs } = repositories;
      const track = await tracks.lock(trackId);
      const asset = await assets.lock(id);
      if (!track || !asset || asset.isRetired || asset.state === 'READY') return ok(false);
      const now = clock();
      await assets.publish(id, command.audio, command.files, now);
      await saveHeard(repositories, track, command, now);
      if (command.suggested.cover) await showCover(repositories, track, command.suggested.cover, now);
      for (const olderId of await assets.retireOthers(trackId, id, now)) await jobs.removeAsset(olderId);
      return ok(true);
    });
    hints.publish(trackId);
    return published.ok && published.value;
  };
}
