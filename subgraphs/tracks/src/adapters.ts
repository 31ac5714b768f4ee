import { type Id, toTypeId, uuidFromBytes, uuidv7 } from '@veza/kernel';
import { outboxRelay, postgresUnitOfWork } from '@veza/postgres';
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import type { TracksUnitOfWork } from './application/unit-of-work.ts';
import type { TracksDependencies } from './dependencies.ts';
import { MEDIA_SCOPES } from '@veza/media-token';
import { blobAttachmentFiles } from './infrastructure/attachment/blob-attachment-files.ts';
import { blobAssetFiles } from './infrastructure/processing/blob-asset-files.ts';
import { blobPictureFiles } from './infrastructure/picture/blob-picture-files.ts';
import { turns } from './infrastructure/picture/turns.ts';
import { eventBusHints } from './infrastructure/event-bus-hints.ts';
import { filesystemUploadFiles } from './infrastructure/upload/filesystem-upload-files.ts';
import { hmacMediaSigner } from './infrastructure/stream/hmac-media-signer.ts';
import { listenerPseudonyms, sessionPseudonym } from './infrastructure/stream/listener-pseudonyms.ts';
import { mediaKeyRing } from './infrastructure/stream/media-key-ring.ts';
import { mediaRevocations } from './infrastructure/stream/media-revocations.ts';
import { postgresAssetProgress } from './infrastructure/processing/postgres-asset-progress.ts';
import { linkSecrets } from './infrastructure/secret/link-secrets.ts';
import { evidenceLog } from './infrastructure/play/evidence-log.ts';
import { postgresPlaybackReader } from './infrastructure/playback/postgres-playback-reader.ts';
import { rateLimiterPlaybackRates } from './infrastructure/playback/rate-limiter-playback-rates.ts';
import { postgresPlayReader } from './infrastructure/play/postgres-play-reader.ts';
import { postgresPlaylistReader } from './infrastructure/playlist/postgres-playlist-reader.ts';
import { postgresOriginals } from './infrastructure/stream/postgres-originals.ts';
import { postgresMediaKeys } from './infrastructure/stream/postgres-media-keys.ts';
import { postgresTrackReader } from './infrastructure/track/postgres-track-reader.ts';
import { postgresTrackSearch } from './infrastructure/track/postgres-track-search.ts';
import { postgresTracksRepositories } from './infrastructure/postgres-tracks-repositories.ts';
import { postgresUploadReader } from './infrastructure/upload/postgres-upload-reader.ts';
import { derivedKey } from './infrastructure/stream/sealed-secret.ts';
import { uploadCapability } from './infrastructure/upload/upload-capability.ts';

/** Pictures that are decoded at the same time; each takes up to 440 MB. */
const PICTURES_AT_ONCE = 2;
const NAME_BYTES = 16;

/** The public name of what is made of something: 26 characters that nobody can guess without the key, and always the same. */
function publicNames(mediaKey: Uint8Array, use: 'image' | 'attachment'): (madeOf: string) => string {
  const key = derivedKey(mediaKey, `veza.media.${use}`);
  return (madeOf) => {
    const bits = createHmac('sha256', key).update(madeOf).digest().subarray(0, NAME_BYTES);
    return toTypeId('', uuidFromBytes(bits)).slice(1);
  };
}

/** The ports of tracks, each with its adapter. */
export function tracksAdapters(deps: TracksDependencies) {
  const { database, eventLog, eventBus, blobs, jobs, clock, random, log, keys } = deps;
  const nowMs = () => clock().getTime();
  const relay = outboxRelay({ database, eventLog, subgraph: 'tracks', log });
  const revocations = mediaRevocations({ database, eventBus, clock, log });
  const repositories = postgresTracksRepositories({ clock, newEventId: () => uuidv7(clock(), random), jobs });
  const unitOfWork: TracksUnitOfWork = postgresUnitOfWork(database, repositories, {
    onCommit: () => {
      relay.wake();
      revocations.announce();
    },
  });
  /** Reports come often, and revoke nothing. */
  const playUnitOfWork: TracksUnitOfWork = postgresUnitOfWork(database, repositories, { onCommit: () => relay.wake() });
  const pseudonymsOf = listenerPseudonyms(keys.media);
  const uploadFiles = filesystemUploadFiles(deps.uploadFolder);
  const hints = eventBusHints(eventBus, 'processing');
  const mediaKeys = postgresMediaKeys({ database, sealingKey: derivedKey(keys.media, 'veza.media.seal'), clock, random });
  const rings = { f: mediaKeyRing(mediaKeys, 'f', nowMs), d: mediaKeyRing(mediaKeys, 'd', nowMs), a: mediaKeyRing(mediaKeys, 'a', nowMs) };
  return {
    relay,
    revocations,
    repositories,
    unitOfWork,
    playUnitOfWork,
    evidence: evidenceLog(database),
    plays: postgresPlayReader(database),
    playback: postgresPlaybackReader(database),
    playbackParts: {
      // Commands come often, and record no events.
      unitOfWork: postgresUnitOfWork(database, repositories) as TracksUnitOfWork,
      hints: eventBusHints(eventBus, 'playback'),
      rates: rateLimiterPlaybackRates(deps.rateLimiter),
      clock,
    },
    lidOf: (userId: Id<'user'>) => pseudonymsOf({ userId, sessionId: undefined, clientAddress: undefined }, clock()).lid,
    networkOf: (clientAddress: string | undefined) => pseudonymsOf({ userId: undefined, sessionId: undefined, clientAddress }, clock()).lid,
    uploadFiles,
    hints,
    rings,
    async keepMediaKeys() {
      let changed = 0;
      for (const scope of MEDIA_SCOPES) changed += await mediaKeys.keep(scope);
      return changed;
    },
    uploads: postgresUploadReader(database),
    tracks: postgresTrackReader(database),
    originals: postgresOriginals(database),
    playlists: postgresPlaylistReader(database),
    linkSecrets: linkSecrets(random),
    search: postgresTrackSearch(database),
    progress: postgresAssetProgress(database, hints, clock),
    assetFiles: blobAssetFiles({ blobs, uploadFiles, workFolder: join(deps.workFolder, 'audio') }),
    pictureFiles: blobPictureFiles({ blobs, uploadFiles, workFolder: join(deps.workFolder, 'pictures') }),
    imageIdOf: publicNames(keys.media, 'image'),
    attachmentFiles: blobAttachmentFiles(blobs, uploadFiles),
    aidOf: publicNames(keys.media, 'attachment'),
    pictureTurns: turns(PICTURES_AT_ONCE),
    capability: uploadCapability(keys.upload, deps.mediaUrl),
    signer: hmacMediaSigner({ rings, pseudonymsOf, origin: deps.mediaUrl }),
    sidOf: sessionPseudonym(keys.media),
    nowMs,
  };
}

/** What `tracksAdapters` makes. */
export type TracksAdapters = ReturnType<typeof tracksAdapters>;
