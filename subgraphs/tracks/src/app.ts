import { graphqlError, imageResolvers, type Subgraph, subgraphSchema } from '@veza/graphql';
import { type BackgroundTask, cursorCodec, periodicTask, toId } from '@veza/kernel';
import { databaseErrorCode, inboxConsumer } from '@veza/postgres';
import type { MediaSigningKeys } from '@veza/media-token';
import { subgraphSdl } from '@veza/schema';
import { fileURLToPath } from 'node:url';
import { endSessionDevices } from './application/playback/lost-devices.ts';
import { moderateTrack } from './application/track/moderate-track.ts';
import { releaseUpload } from './application/upload/release-upload.ts';
import { tracksAdapters } from './adapters.ts';
import { assetWorkers } from './background.ts';
import type { TracksDependencies } from './dependencies.ts';
import { type TracksContext, trackViewerOf, uploadViewerOf } from './graphql/context.ts';
import { accessRules, entities } from './graphql/entities.ts';
import { tracksLoaders } from './graphql/loaders.ts';
import { playResolvers } from './graphql/play.ts';
import { playbackResolvers } from './graphql/playback.ts';
import { playlistMutationResolvers } from './graphql/playlist-mutations.ts';
import { playlistResolvers } from './graphql/playlist.ts';
import { sharingResolvers } from './graphql/sharing.ts';
import { streamResolvers } from './graphql/stream.ts';
import { trackListResolvers } from './graphql/track-lists.ts';
import { trackMutationResolvers } from './graphql/track-mutations.ts';
import { trackResolvers } from './graphql/track.ts';
import { uploadResolvers } from './graphql/upload.ts';
import { ARTIST_TOPICS, onArtistChanged } from './infrastructure/artist/on-artist-changed.ts';
import { postgresServedAttachments } from './infrastructure/attachment/postgres-served-attachments.ts';
import { MODERATION_TOPIC, onModerationDecided } from './infrastructure/moderation/on-moderation-decided.ts';
import { imageDoor } from './infrastructure/picture/image-door.ts';
import { mediaAuthDoor } from './infrastructure/stream/media-auth-door.ts';
import { mediaDoor } from './infrastructure/stream/media-door.ts';
import { onSessionEnded } from './infrastructure/stream/on-session-ended.ts';
import { CLAIM_TOPICS, onUploadClaimed } from './infrastructure/upload/on-upload-claimed.ts';
import { RELEASE_TOPICS, RELEASED_PURPOSES, type UploadReleased } from './infrastructure/upload/on-upload-released.ts';
import { postgresServedOriginal } from './infrastructure/stream/postgres-originals.ts';
import { postgresServedFiles } from './infrastructure/stream/postgres-served-files.ts';
import { rememberedFiles } from './infrastructure/stream/remembered-files.ts';
import { tusUploadDoor } from './infrastructure/upload/tus-upload-door.ts';
import { TusUploadStore } from './infrastructure/upload/tus-upload-store.ts';
import { publicPages } from './public-pages.ts';
import { tracksUseCases, tracksWork } from './use-cases.ts';

export type { TracksDependencies, TracksKeys } from './dependencies.ts';

/** Folder of the migrations, applied after the messaging tables. */
export const tracksMigrations = fileURLToPath(new URL('../migrations', import.meta.url));

/** Names of the loops beside the requests. */
export type TracksTask =
  | 'outboxRelay'
  | 'assetWorkers'
  | 'onArtistChanged'
  | 'onUploadClaimed'
  | 'onUploadReleased'
  | 'onSessionEnded'
  | 'onModerationDecided'
  | 'uploadSweeper'
  | 'playEvidence'
  | 'plays'
  | 'playback'
  | 'releases'
  | 'mediaKeys'
  | 'mediaRevocations';

/** Tracks with its loops, its doors `/uploads`, `/m` and `/i`, and its public pages. */
export interface TracksSubgraph extends Subgraph<TracksContext> {
  readonly routes: NonNullable<Subgraph['routes']>;
  readonly background: Readonly<Record<TracksTask, BackgroundTask>>;
  /** What chat signs the addresses of attachments with. */
  readonly attachmentKeys: MediaSigningKeys;
}

const SWEEP_INTERVAL_MS = 60_000;
/** Others hear of a release this long after it, at most. */
const RELEASE_INTERVAL_MS = 5_000;
const EVIDENCE_INTERVAL_MS = 1_000;
/** A play counts this long after it was one, at most, when its evidence is there. */
const PLAY_INTERVAL_MS = 2_000;
/** A device is known to be gone this long after it is, at most. */
const PLAYBACK_INTERVAL_MS = 15_000;
const KEY_INTERVAL_MS = 3_600_000;

/** Uploads, tracks and their streams, wired to what they run on. */
export function tracksSubgraph(deps: TracksDependencies): TracksSubgraph {
  const { database, jobs, blobs, log, cursorSecret } = deps;
  const adapters = tracksAdapters(deps);
  const useCases = tracksUseCases(deps, adapters);
  const work = tracksWork(deps, adapters);
  const { rings, revocations, sidOf, nowMs, uploadFiles, uploads, capability } = adapters;
  const { completeUpload, endUpload } = work;
  const endStreams = onSessionEnded(sidOf);
  const moderate = moderateTrack({ clock: deps.clock });
  const periodic = (name: TracksTask, intervalMs: number, runOnce: () => Promise<number>) =>
    periodicTask({ intervalMs, runOnce, onFailure: (error) => log.error('background.failed', { task: `tracks ${name}`, error }) });
  const cursors: TracksContext['cursors'] = (connection, filter) => cursorCodec(cursorSecret, connection, filter);

  return {
    name: 'tracks',
    attachmentKeys: rings.a,
    schema: subgraphSchema<TracksContext>({
      name: 'tracks',
      sdl: subgraphSdl('tracks'),
      resolvers: [
        uploadResolvers,
        trackResolvers,
        trackMutationResolvers,
        trackListResolvers,
        streamResolvers,
        sharingResolvers,
        playResolvers,
        playbackResolvers,
        playlistResolvers,
        playlistMutationResolvers,
        imageResolvers(deps.mediaUrl),
      ],
      entities,
      rules: accessRules,
      log,
      ownOrigins: [deps.mediaUrl, deps.publicUrl],
      translateError: (error) => {
        const code = databaseErrorCode(error);
        return code && graphqlError(code, 'the request could not be carried out');
      },
    }),
    context(request) {
      const { caller } = request;
      const viewer = trackViewerOf(caller);
      return { request, caller, tracks: useCases, viewer, loaders: tracksLoaders(useCases, viewer, uploadViewerOf(caller)), cursors };
    },
    async routes(server) {
      // What was revoked before this process began must be known before the first request.
      await revocations.task.runOnce();
      await adapters.pictureFiles.clearWorkFolder();
      const store = new TusUploadStore({ files: uploadFiles, uploads, completeUpload, endUpload, nowMs });
      await tusUploadDoor(store, capability)(server);
      const verified = { rings, revocations, nowMs, onDelivery: adapters.evidence.recordDelivery };
      await mediaAuthDoor(verified)(server);
      await mediaDoor({
        ...verified,
        blobs,
        findFile: rememberedFiles(postgresServedFiles(database), nowMs),
        findOriginal: postgresServedOriginal(database),
        findAttachment: postgresServedAttachments(database),
      })(server);
      await imageDoor({ database, blobs })(server);
      await publicPages(deps, adapters, useCases)(server);
    },
    background: {
      outboxRelay: adapters.relay,
      assetWorkers: assetWorkers({
        ...work,
        jobs,
        clearWorkFolder: () => adapters.assetFiles.clearWorkFolder(),
        transcodingWorkers: deps.transcodingWorkers,
        log,
      }),
      onArtistChanged: inboxConsumer({
        database,
        eventLog: deps.eventLog,
        durable: 'tracks__on-artist-changed',
        topics: ARTIST_TOPICS,
        handle: onArtistChanged,
        log,
      }),
      onUploadClaimed: inboxConsumer({
        database,
        eventLog: deps.eventLog,
        durable: 'tracks__on-upload-claimed',
        topics: CLAIM_TOPICS,
        handle: (tx, event) => onUploadClaimed(tx, event as Parameters<typeof onUploadClaimed>[1]),
        log,
      }),
      onUploadReleased: inboxConsumer({
        database,
        eventLog: deps.eventLog,
        durable: 'tracks__on-upload-released',
        topics: RELEASE_TOPICS,
        handle: (tx, { topic, data }) => {
          const uploadId = toId('upload', (data as UploadReleased).uploadId);
          const purpose = RELEASED_PURPOSES[topic as keyof typeof RELEASED_PURPOSES];
          return releaseUpload(adapters.repositories(tx), { uploadId, purpose }, deps.clock);
        },
        log,
      }),
      onSessionEnded: inboxConsumer({
        database,
        eventLog: deps.eventLog,
        durable: 'tracks__on-session-ended',
        topics: ['users.session-ended.v1'],
        async handle(tx, event) {
          const ended = event as Parameters<typeof endStreams>[1];
          await endStreams(tx, ended);
          await endSessionDevices(adapters.repositories(tx).playback, toId('session', ended.data.sessionId), deps.clock());
        },
        onCommit: revocations.announce,
        log,
      }),
      onModerationDecided: inboxConsumer({
        database,
        eventLog: deps.eventLog,
        durable: 'tracks__on-moderation-decided',
        topics: [MODERATION_TOPIC],
        handle: (tx, event) => onModerationDecided(moderate, adapters.repositories(tx), event),
        onCommit: revocations.announce,
        log,
      }),
      uploadSweeper: periodic(
        'uploadSweeper',
        SWEEP_INTERVAL_MS,
        async () => (await work.sweepUploads()) + (await work.removeFailedSources()) + (await adapters.plays.forget(deps.clock())),
      ),
      playEvidence: periodic('playEvidence', EVIDENCE_INTERVAL_MS, adapters.evidence.flush),
      plays: periodic('plays', PLAY_INTERVAL_MS, work.countPlays),
      playback: periodic('playback', PLAYBACK_INTERVAL_MS, work.tidyPlayback),
      releases: periodic('releases', RELEASE_INTERVAL_MS, work.releaseTracks),
      mediaKeys: periodic('mediaKeys', KEY_INTERVAL_MS, adapters.keepMediaKeys),
      mediaRevocations: revocations.task,
    },
  };
}
