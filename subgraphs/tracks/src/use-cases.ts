import { toTypeId, uuidFromBytes, uuidv7 } from '@veza/kernel';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TracksAdapters } from './adapters.ts';
import { embeddedPicture } from './application/processing/embedded-picture.ts';
import { grantDownload } from './application/download/grant-download.ts';
import { failAsset } from './application/processing/fail-asset.ts';
import { followProcessing } from './application/processing/follow-processing.ts';
import { makeImage } from './application/picture/make-image.ts';
import { processAsset } from './application/processing/process-asset.ts';
import { publishAsset } from './application/processing/publish-asset.ts';
import { removeAsset, removeFailedSources } from './application/processing/remove-asset.ts';
import { requeueWaiting } from './application/processing/requeue-waiting.ts';
import { countPlays } from './application/play/count-plays.ts';
import { enqueueTracks, removeFromQueue } from './application/playback/change-queue.ts';
import { controlPlayback } from './application/playback/control-playback.ts';
import { followPlayback } from './application/playback/follow-playback.ts';
import { tidyPlayback } from './application/playback/lost-devices.ts';
import { registerDevice } from './application/playback/register-device.ts';
import { reportPosition } from './application/playback/report-position.ts';
import { reportPlayback } from './application/play/report-playback.ts';
import { joinedAt } from './domain/play/joined-at.ts';
import { addToPlaylist } from './application/playlist/add-to-playlist.ts';
import { movePlaylistItem, removePlaylistItem } from './application/playlist/change-items.ts';
import { createPlaylist } from './application/playlist/create-playlist.ts';
import { deletePlaylist } from './application/playlist/delete-playlist.ts';
import { updatePlaylist } from './application/playlist/update-playlist.ts';
import { createSecretLink } from './application/secret/create-secret-link.ts';
import { findBySecret } from './application/secret/find-by-secret.ts';
import { grantStream } from './application/stream/grant-stream.ts';
import { type AssetNames, createTrack } from './application/track/create-track.ts';
import { deleteTrack } from './application/track/delete-track.ts';
import { releaseTracks } from './application/track/release-tracks.ts';
import { searchTracks } from './application/track/search-tracks.ts';
import { updateTrack } from './application/track/update-track.ts';
import type { TracksUseCases } from './application/tracks-use-cases.ts';
import { completeUpload } from './application/upload/complete-upload.ts';
import { createUpload } from './application/upload/create-upload.ts';
import { endUpload, sweepUploads } from './application/upload/end-upload.ts';
import { findUploads } from './application/upload/find-uploads.ts';
import type { TracksDependencies } from './dependencies.ts';
import { pageAddresses } from './infrastructure/page/page-addresses.ts';
import { UPLOAD_LIMITS } from './domain/upload.ts';

const AID_BYTES = 16;
const SEED_BYTES = 4;

/** An aid is written like the second half of an id: 26 characters for 128 bits, all of them random. */
function assetNames({ clock, random }: TracksDependencies): AssetNames {
  return {
    newAssetId: () => uuidv7(clock(), random),
    newAid: () => toTypeId('', uuidFromBytes(random(AID_BYTES))).slice(1),
  };
}

/** What closing and ending an upload takes. */
function uploadParts({ clock, transcoder, log }: TracksDependencies, adapters: TracksAdapters) {
  const {
    unitOfWork,
    uploads,
    uploadFiles: files,
    pictureFiles,
    pictureTurns: inTurn,
    imageIdOf,
    attachmentFiles: attachments,
    aidOf,
  } = adapters;
  const image = makeImage({ files: pictureFiles, transcoder, inTurn, log });
  return { unitOfWork, uploads, files, makeImage: image, imageIdOf, attachments, aidOf, clock };
}

/** What resolvers ask for. */
export function tracksUseCases(deps: TracksDependencies, adapters: TracksAdapters): TracksUseCases {
  const { clock, newId } = deps;
  const { unitOfWork, uploadFiles: files, capability, signer, hints, tracks, linkSecrets: secrets, playbackParts } = adapters;
  const complete = completeUpload(uploadParts(deps, adapters));
  const names = assetNames(deps);
  const addresses = pageAddresses(deps.publicUrl, deps.mediaUrl);
  const limits = deps.uploadLimits ?? UPLOAD_LIMITS;
  const pause = (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }).catch(() => undefined);
  return {
    createUpload: createUpload({ unitOfWork, files, completeUpload: complete, clock, newId, limits }),
    findUploads: findUploads(adapters.uploads),
    uploadUrl: capability.urlOf,
    createTrack: createTrack({ unitOfWork, clock, newId, names }),
    updateTrack: updateTrack({ unitOfWork, clock, names }),
    deleteTrack: deleteTrack({ unitOfWork, clock }),
    tracks,
    searchTracks: searchTracks(adapters.search),
    grantStream: grantStream({ signer, grants: adapters.evidence, clock }),
    grantDownload: grantDownload({ signer, clock }),
    originals: adapters.originals,
    createSecretLink: createSecretLink({ unitOfWork, secrets, clock }),
    findBySecret: findBySecret(tracks, secrets),
    secretUrl: addresses.secretPage,
    pageUrl: addresses.page,
    feedUrl: addresses.feed,
    playlists: adapters.playlists,
    createPlaylist: createPlaylist({ unitOfWork, tracks, clock, newId }),
    addToPlaylist: addToPlaylist({ unitOfWork, tracks, clock, newId }),
    movePlaylistItem: movePlaylistItem(unitOfWork),
    removePlaylistItem: removePlaylistItem(unitOfWork),
    updatePlaylist: updatePlaylist({ unitOfWork, clock }),
    deletePlaylist: deletePlaylist({ unitOfWork, clock }),
    plays: adapters.plays,
    reportPlayback: reportPlayback({ unitOfWork: adapters.playUnitOfWork, newListenId: names.newAssetId, clock }),
    playback: adapters.playback,
    registerDevice: registerDevice({ ...playbackParts, newId }),
    controlPlayback: controlPlayback({ ...playbackParts, newId, newSeed: () => Buffer.from(deps.random(SEED_BYTES)).readInt32LE() }),
    enqueueTracks: enqueueTracks({ ...playbackParts, newId }),
    removeFromQueue: removeFromQueue(playbackParts),
    reportPosition: reportPosition(playbackParts),
    followPlayback: followPlayback({ playback: adapters.playback, hints: playbackParts.hints, pause, clock }),
    networkOf: adapters.networkOf,
    now: clock,
    followProcessing: followProcessing({ tracks, hints, pause }),
  };
}

/** What the loops and doors of tracks do. */
export function tracksWork(deps: TracksDependencies, adapters: TracksAdapters) {
  const { clock, transcoder, log } = deps;
  const { unitOfWork, progress, hints, assetFiles: files, pictureFiles, nowMs } = adapters;
  const parts = uploadParts(deps, adapters);
  const { imageIdOf } = adapters;
  const publish = publishAsset({ unitOfWork, hints, clock });
  const fail = failAsset({ unitOfWork, hints, clock });
  return {
    completeUpload: completeUpload(parts),
    endUpload: endUpload(parts),
    sweepUploads: sweepUploads(parts),
    processAsset: processAsset({
      progress,
      files,
      publishAsset: publish,
      failAsset: fail,
      embeddedPicture: embeddedPicture({ makeImage: parts.makeImage, imageIdOf, log }),
      removeImage: pictureFiles.remove,
      transcoder,
      nowMs,
      log,
    }),
    removeAsset: removeAsset({ unitOfWork, progress, files, clock }),
    removeImage: pictureFiles.remove,
    removeAttachment: adapters.attachmentFiles.remove,
    removeFailedSources: removeFailedSources({ unitOfWork, progress, files, clock }),
    countPlays: countPlays({ unitOfWork: adapters.playUnitOfWork, plays: adapters.plays, lidOf: adapters.lidOf, joinedAt, clock }),
    tidyPlayback: tidyPlayback({ ...adapters.playbackParts, reader: adapters.playback }),
    releaseTracks: releaseTracks({ unitOfWork, tracks: adapters.tracks, clock }),
    requeueWaiting: requeueWaiting({ unitOfWork, progress, clock, hasTranscoder: transcoder !== undefined }),
  };
}
