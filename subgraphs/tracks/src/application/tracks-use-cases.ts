import type { Id } from '@veza/kernel';
import type { FollowProcessing } from './processing/follow-processing.ts';
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
  readonly followProcessing: FollowProcessing;
}
