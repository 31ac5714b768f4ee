import type { Connection, ImageReference } from '@veza/graphql';
import type { Id } from '@veza/kernel';
import type { Stream } from '../application/stream/grant-stream.ts';
import type { HeardTrack, TrackStats } from '../application/play/ports.ts';
import type { PlaylistItem } from '../application/playlist/ports.ts';
import type { Device } from '../domain/playback/device.ts';
import type { PlaybackState } from '../domain/playback/playback-state.ts';
import type { QueueEntry } from '../domain/playback/queue.ts';
import type { Playlist } from '../domain/playlist/playlist.ts';
import type { Loudness } from '../domain/audio/loudness.ts';
import type { Track, TrackProcessing } from '../domain/track.ts';
import type { Upload } from '../domain/upload.ts';

/** What resolvers get as parent, one for each GraphQL type that is more than its fields. */
export type UploadModel = Upload;
export type TrackModel = Track;
export type ImageModel = ImageReference;
export type TrackProcessingModel = TrackProcessing;
export type LoudnessModel = Loudness;
export type StreamModel = Stream;
export type PlaylistModel = Playlist;
export type PlaylistItemModel = PlaylistItem;
/** `totalCount` is counted only when it is asked for. */
export type PlaylistItemConnectionModel = Connection<PlaylistItem>;
export type TrackStatsModel = TrackStats;
export type ListenModel = HeardTrack;
/** `totalCount` is counted only when it is asked for. */
export type ListenConnectionModel = Connection<HeardTrack>;
export type PlaybackStateModel = PlaybackState;
export type DeviceModel = Device;
export type QueueEntryModel = QueueEntry;
export type QueueEntryConnectionModel = Connection<QueueEntry>;
export type ViewerModel = { readonly id: Id<'user'> };
export type UserModel = { readonly id: Id<'user'> };
/** `totalCount` is counted only when it is asked for. */
export type TrackConnectionModel = Connection<Track>;
