import type { Id } from '@veza/kernel';
import type { GrantDownload, OriginalReader } from './download/grant-download.ts';
import type { PlayReader } from './play/ports.ts';
import type { ReportPlayback } from './play/report-playback.ts';
import type { EnqueueTracks, RemoveFromQueue } from './playback/change-queue.ts';
import type { ControlPlayback } from './playback/control-playback.ts';
import type { FollowPlayback } from './playback/follow-playback.ts';
import type { PlaybackReader } from './playback/ports.ts';
import type { RegisterDevice } from './playback/register-device.ts';
import type { ReportPosition } from './playback/report-position.ts';
import type { AddToPlaylist } from './playlist/add-to-playlist.ts';
import type { MovePlaylistItem, RemovePlaylistItem } from './playlist/change-items.ts';
import type { CreatePlaylist } from './playlist/create-playlist.ts';
import type { DeletePlaylist } from './playlist/delete-playlist.ts';
import type { PlaylistReader } from './playlist/ports.ts';
import type { UpdatePlaylist } from './playlist/update-playlist.ts';
import type { FollowProcessing } from './processing/follow-processing.ts';
import type { CreateSecretLink } from './secret/create-secret-link.ts';
import type { FindBySecret } from './secret/find-by-secret.ts';
import type { GrantStream } from './stream/grant-stream.ts';
import type { CreateTrack } from './track/create-track.ts';
import type { DeleteTrack } from './track/delete-track.ts';
import type { TrackReader } from './track/ports.ts';
import type { SearchTracks } from './track/search-tracks.ts';
import type { UpdateTrack } from './track/update-track.ts';
import type { CreateUpload } from './upload/create-upload.ts';
import type { FindUploads } from './upload/find-uploads.ts';

/** What resolvers of tracks may ask for. */
export interface TracksUseCases {
  readonly createUpload: CreateUpload;
  readonly findUploads: FindUploads;
  /** Absolute address of an upload. */
  readonly uploadUrl: (id: Id<'upload'>) => string;
  readonly createTrack: CreateTrack;
  readonly updateTrack: UpdateTrack;
  readonly deleteTrack: DeleteTrack;
  /** Reads show what the viewer may see. */
  readonly tracks: TrackReader;
  readonly searchTracks: SearchTracks;
  readonly grantStream: GrantStream;
  readonly grantDownload: GrantDownload;
  readonly originals: OriginalReader;
  readonly createSecretLink: CreateSecretLink;
  readonly findBySecret: FindBySecret;
  /** Absolute address of the page that a secret opens. */
  readonly secretUrl: (secret: string) => string;
  /** Absolute address of a track's page, for people without an account. */
  readonly pageUrl: (id: Id<'track'>) => string;
  /** Absolute address of an artist's feed. */
  readonly feedUrl: (id: Id<'user'>) => string;
  /** Reads show what the viewer may see. */
  readonly playlists: PlaylistReader;
  readonly createPlaylist: CreatePlaylist;
  readonly addToPlaylist: AddToPlaylist;
  readonly movePlaylistItem: MovePlaylistItem;
  readonly removePlaylistItem: RemovePlaylistItem;
  readonly updatePlaylist: UpdatePlaylist;
  readonly deletePlaylist: DeletePlaylist;
  readonly plays: PlayReader;
  readonly reportPlayback: ReportPlayback;
  /** Whoever reads names the person whose it is; nobody else may ask. */
  readonly playback: PlaybackReader;
  readonly registerDevice: RegisterDevice;
  readonly controlPlayback: ControlPlayback;
  readonly enqueueTracks: EnqueueTracks;
  readonly removeFromQueue: RemoveFromQueue;
  readonly reportPosition: ReportPosition;
  readonly followPlayback: FollowPlayback;
  /** Pseudonym of a network, for a day. */
  readonly networkOf: (clientAddress: string | undefined) => string;
  readonly now: () => Date;
  readonly followProcessing: FollowProcessing;
}
