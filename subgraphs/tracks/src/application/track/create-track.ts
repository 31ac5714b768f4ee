import { type Clock, type Id, type NewId, ok, type Result } from '@veza/kernel';
import { titleOfFile } from '../../domain/track.ts';
import type { TracksUnitOfWork } from '../unit-of-work.ts';
import { claimArtwork } from './claim-artwork.ts';
import { claimForAsset, placeInQueue, usableUpload } from './claim-upload.ts';
import type { TrackFailure } from './failure.ts';
import { type MetadataChanges, withChanges } from './metadata-changes.ts';
import { keptRelease } from './release-at.ts';
import { recordTrackChanged } from './track-events.ts';

/** Makes the names of a new version of audio. */
export interface AssetNames {
  /** A fresh uuid. */
  newAssetId(): string;
  /** 128 random bits as 26 characters of `a-z0-9`: it stands in media addresses and cannot be guessed. */
  newAid(): string;
}

interface Dependencies {
  readonly unitOfWork: TracksUnitOfWork;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly names: AssetNames;
}

/** A track to be made of an upload. */
export interface CreateTrackCommand extends MetadataChanges {
  readonly artistId: Id<'user'>;
  readonly uploadId: Id<'upload'>;
  /** A picture; left out, the one inside the file is taken. */
  readonly artworkUploadId?: Id<'upload'>;
  /** When others may hear it at the earliest; left out, as soon as it is ready. */
  readonly releaseAt?: Date;
}

export type CreateTrack = ReturnType<typeof createTrack>;

/**
 * Makes a track of a complete upload, claims the upload, and has the audio processed; all in one transaction, with `tracks.track-changed.v1`.
 * Without a title the file's name stands in until its tags are read. Answers the track's id.
 * Fails with INVALID, NOT_FOUND (an upload is absent, somebody else's, for another purpose or in use), UPLOAD_NOT_READY and LIMIT_REACHED (100 wait to be processed).
 */
export function createTrack({ unitOfWork, clock, newId, names }: Dependencies) {
  return (command: CreateTrackCommand): Promise<Result<Id<'track'>, TrackFailure>> =>
    unitOfWork(async (repositories): Promise<Result<Id<'track'>, TrackFailure>> => {
      const { artistId, uploadId, artworkUploadId, releaseAt, ...said } = command;
      const upload = await usableUpload(repositories, { id: uploadId, ownerId: artistId, purpose: 'TRACK_AUDIO' });
      if (!upload.ok) return upload;
      const place = await placeInQueue(repositories, artistId);
      if (!place.ok) return place;
      const unsaid = {
        title: titleOfFile(upload.value.filename),
        description: null,
        genre: null,
        tags: [],
        visibility: 'PRIVATE',
        licence: 'ALL_RIGHTS_RESERVED',
        isDownloadable: false,
      } as const;
      const metadata = withChanges(unsaid, said);
      if (!metadata.ok) return metadata;
      const artwork = await claimArtwork(repositories, artworkUploadId ?? null, artistId);
      if (!artwork.ok) return artwork;

      const id = newId('track');
      const createdAt = clock();
      const track = {
        ...metadata.value,
        id,
        artistId,
        isTitleChosen: said.title !== undefined,
        artworkImageId: artwork.value,
        releaseAt: keptRelease(releaseAt ?? null, createdAt),
        createdAt,
      };
      const asset = { id: names.newAssetId(), trackId: id, aid: names.newAid(), uploadId, createdAt };
      await repositories.tracks.insert(track, asset.id);
      await claimForAsset(repositories, upload.value, asset, place.value);
      await recordTrackChanged(repositories.events, { ...track, isHidden: false, revision: 1, readyAt: null, durationMs: null });
      return ok(id);
    });
}
