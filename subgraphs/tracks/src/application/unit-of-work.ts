import type { Id, UnitOfWork } from '@veza/kernel';
import type { EventRecorder } from '@veza/messaging';
import type { TracksEvents } from '@veza/schema/events';
import type { ImageRepository } from './picture/ports.ts';
import type { ModerationCases } from './moderation-cases.ts';
import type { ListenRepository, PlayRepository } from './play/ports.ts';
import type { PlaybackRepository } from './playback/ports.ts';
import type { PlaylistRepository } from './playlist/ports.ts';
import type { AssetRepository } from './processing/ports.ts';
import type { SecretLinkRepository } from './secret/ports.ts';
import type { TrackRepository } from './track/ports.ts';
import type { UploadRepository } from './upload/ports.ts';

/** Whose turn it is to have audio processed. */
export interface ProcessingTurn {
  readonly assetId: string;
  readonly artistId: Id<'user'>;
  /** Versions of the artist that are not ready yet, this one among them: whoever has fewer goes first. */
  readonly waiting: number;
}

/** Work for later, which exists exactly when the transaction commits. */
export interface JobScheduler {
  /** Makes a version of a track's audio ready. */
  processAsset(turn: ProcessingTurn): Promise<void>;
  /** Removes the files of a version that is no longer served. */
  removeAsset(assetId: string): Promise<void>;
  /** Removes the files of a picture that is no longer shown. */
  removeImage(imageId: string): Promise<void>;
  /** Removes the file of an attachment that nobody shows any more. */
  removeAttachment(aid: string): Promise<void>;
}

/** What one transaction of tracks may change. */
export interface TracksRepositories {
  readonly uploads: UploadRepository;
  readonly tracks: TrackRepository;
  readonly assets: AssetRepository;
  readonly images: ImageRepository;
  readonly secretLinks: SecretLinkRepository;
  readonly playlists: PlaylistRepository;
  readonly listens: ListenRepository;
  readonly plays: PlayRepository;
  readonly playback: PlaybackRepository;
  readonly moderation: ModerationCases;
  readonly jobs: JobScheduler;
  readonly events: EventRecorder<TracksEvents>;
}

/** One transaction around a use case. */
export type TracksUnitOfWork = UnitOfWork<TracksRepositories>;
