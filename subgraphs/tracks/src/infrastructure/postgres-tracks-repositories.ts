import type { JobQueue } from '@veza/jobs';
import type { Clock, Uuid } from '@veza/kernel';
import { postgresOutbox, type Transaction } from '@veza/postgres';
import type { TracksEvents } from '@veza/schema/events';
import type { TracksRepositories } from '../application/unit-of-work.ts';
import { postgresImageRepository } from './picture/postgres-image-repository.ts';
import { postgresModerationCases } from './moderation/postgres-moderation-cases.ts';
import { jobQueueScheduler } from './processing/job-queue-scheduler.ts';
import { postgresAssetRepository } from './processing/postgres-asset-repository.ts';
import { postgresListenRepository } from './play/postgres-listen-repository.ts';
import { postgresPlayRepository } from './play/postgres-play-repository.ts';
import { postgresPlaybackRepository } from './playback/postgres-playback-repository.ts';
import { postgresPlaylistRepository } from './playlist/postgres-playlist-repository.ts';
import { postgresSecretLinkRepository } from './secret/postgres-secret-link-repository.ts';
import { postgresTrackRepository } from './track/postgres-track-repository.ts';
import { postgresUploadRepository } from './upload/postgres-upload-repository.ts';

/** What transactions of tracks are made with. */
export interface TracksRepositoryOptions {
  readonly clock: Clock;
  readonly newEventId: () => Uuid;
  readonly jobs: JobQueue;
}

/** Everything that one transaction of tracks may change. */
export function postgresTracksRepositories({ clock, newEventId, jobs }: TracksRepositoryOptions) {
  return (tx: Transaction): TracksRepositories => ({
    uploads: postgresUploadRepository(tx, clock),
    tracks: postgresTrackRepository(tx),
    assets: postgresAssetRepository(tx),
    images: postgresImageRepository(tx),
    secretLinks: postgresSecretLinkRepository(tx),
    playlists: postgresPlaylistRepository(tx),
    listens: postgresListenRepository(tx, newEventId),
    plays: postgresPlayRepository(tx),
    playback: postgresPlaybackRepository(tx),
    moderation: postgresModerationCases(tx),
    jobs: jobQueueScheduler(tx, jobs),
    events: postgresOutbox<TracksEvents>(tx, { clock, newEventId }),
  });
}
