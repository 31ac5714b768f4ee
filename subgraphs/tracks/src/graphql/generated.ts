import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UploadModel, TrackModel, ImageModel, TrackProcessingModel, LoudnessModel, StreamModel, PlaylistModel, PlaylistItemModel, PlaylistItemConnectionModel, TrackStatsModel, ListenModel, ListenConnectionModel, PlaybackStateModel, DeviceModel, QueueEntryModel, QueueEntryConnectionModel, ViewerModel, UserModel, TrackConnectionModel } from './models.ts';
import type { TracksContext } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant, RFC 3339; answered in UTC with milliseconds, e.g. `2026-01-31T09:30:00.000Z`. Any offset is accepted. */
  DateTime: { input: Date; output: Date; }
  /** An absolute https address of at most 2,048 characters; http only for addresses of this installation. */
  URL: { input: string; output: string; }
  /** A number of bytes: an integer from 0 to 2^53 - 1, answered as a JSON number. Digit strings are accepted. */
  ByteCount: { input: number; output: number; }
  _FieldSet: { input: string; output: string; }
};

/** Something with a global id, which `node` finds again. */
export type Node = {
  /** Opaque, stable for ever, at most 64 characters. */
  readonly id: Scalars['ID']['output'];
};

/** Where a page stands in its list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Whether more items follow; exact. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether items come before; exact. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item; null on an empty page. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
  /** Cursor of the last item; null on an empty page. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
};

/** Why a mutation did nothing, in a form that a client can act on. */
export type UserError = {
  readonly __typename?: 'UserError';
  /** What went wrong; clients switch on it. New codes may come. */
  readonly code: UserErrorCode;
  /** An explanation in English for people; it may change. */
  readonly message: Scalars['String']['output'];
  /** Place inside `input` that is to blame, e.g. `["licences", "0", "price"]`; null when no field is. */
  readonly path: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** A square picture in several sizes. */
export type Image = {
  readonly __typename?: 'Image';
  /** Address of the picture in the smallest size that is at least `size` pixels wide. */
  readonly url: Scalars['URL']['output'];
};


/** A square picture in several sizes. */
export type ImageUrlArgs = {
  size: Scalars['Int']['input'];
};

/** Figures of a track over some days. Its artist sees them, and staff who keep the books. */
export type TrackStats = {
  readonly __typename?: 'TrackStats';
  /** Plays that count, by the server's own rule. */
  readonly plays: Scalars['Int']['output'];
  /** Different people among them. */
  readonly uniqueListeners: Scalars['Int']['output'];
  /** Average length of listens of 5 seconds or more, in milliseconds; null when there was none. */
  readonly averageListenedMs: Maybe<Scalars['Int']['output']>;
  /** One entry for each UTC day up to today, the oldest first; days without plays too. */
  readonly daily: ReadonlyArray<TrackStatsDay>;
};

/** Plays of one day. */
export type TrackStatsDay = {
  readonly __typename?: 'TrackStatsDay';
  /** The UTC day, e.g. `2026-01-31`. */
  readonly date: Scalars['String']['output'];
  /** Plays that count. */
  readonly plays: Scalars['Int']['output'];
};

/** The signed-in person; this part of the platform adds what they play and heard. */
export type Viewer = {
  readonly __typename?: 'Viewer';
  /** The id of the user. */
  readonly id: Scalars['ID']['output'];
  /** What they play, on whichever of their devices. Null when it cannot be told now. */
  readonly playback: Maybe<PlaybackState>;
  /**
   * What the viewer heard for 5 seconds or more, the newest first. Null when it cannot be told now.
   * The same track again within an hour moves up. Kept for 13 months; tracks that they can no longer see are left out.
   */
  readonly listeningHistory: Maybe<ListenConnection>;
};


/** The signed-in person; this part of the platform adds what they play and heard. */
export type ViewerListeningHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A track that somebody heard. */
export type Listen = {
  readonly __typename?: 'Listen';
  /** When they heard it last. */
  readonly playedAt: Scalars['DateTime']['output'];
  /** The track. */
  readonly track: Track;
};

/** A page of what somebody heard. */
export type ListenConnection = {
  readonly __typename?: 'ListenConnection';
  /** The entries of the page. */
  readonly nodes: ReadonlyArray<Listen>;
  /** The entries with their cursors. */
  readonly edges: ReadonlyArray<ListenEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** How many entries there are; exact. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** An entry in a page. */
export type ListenEdge = {
  readonly __typename?: 'ListenEdge';
  /** Place of the entry in its list. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: Listen;
};

/** What a device tells about what it plays. */
export type ReportPlaybackInput = {
  /** Id of the device. */
  readonly deviceId: Scalars['ID']['input'];
  /** Id of the track. */
  readonly trackId: Scalars['ID']['input'];
  /** Where in the track it is, in milliseconds. */
  readonly positionMs: Scalars['Int']['input'];
  /** Heard since this listen began, in milliseconds, cumulative; it falls when the track begins again. */
  readonly playedMs: Scalars['Int']['input'];
};

/** What became of a report. */
export type ReportPlaybackPayload = {
  readonly __typename?: 'ReportPlaybackPayload';
  /** What the viewer plays, as it is now; null when there are errors. */
  readonly playback: Maybe<PlaybackState>;
  /** Why nothing was noted; empty when it was. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What the viewer plays, on whichever of their devices. There is one for each person. */
export type PlaybackState = {
  readonly __typename?: 'PlaybackState';
  /** Rises by one with every command; 0 before the first. Of two states the one with the higher revision, then the later `asOf`, is newer. */
  readonly revision: Scalars['Int']['output'];
  /** Whether it sounds. */
  readonly isPlaying: Scalars['Boolean']['output'];
  /**
   * Where in the track it was at `asOf`, in milliseconds. While it plays, it moves on with the server's clock:
   * at any later time it is at `positionMs + (now - asOf)`, or at `track.durationMs` if that is less.
   */
  readonly positionMs: Scalars['Int']['output'];
  /** The instant of `positionMs`, by the server's clock. */
  readonly asOf: Scalars['DateTime']['output'];
  /** What happens at the end. */
  readonly repeat: RepeatMode;
  /** Whether the queue is played in an order of chance, which stays as it is. */
  readonly shuffle: Scalars['Boolean']['output'];
  /** 0 to 100. */
  readonly volume: Scalars['Int']['output'];
  /** What is on; null when nothing is, or when the viewer can no longer see it. */
  readonly track: Maybe<Track>;
  /** The device that sounds; null when none does. */
  readonly activeDevice: Maybe<Device>;
  /** What follows, in the order in which it will be played. */
  readonly queue: QueueEntryConnection;
};


/** What the viewer plays, on whichever of their devices. There is one for each person. */
export type PlaybackStateQueueArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** What happens at the end of a track. New values may come. */
export type RepeatMode =
  /** The queue goes on, and ends with its last track. */
  | 'OFF'
  /** The same track again. */
  | 'ONE'
  /** The queue begins again behind its last track. */
  | 'ALL';

/** Something on which the viewer is signed in and listens. Only they see it. */
export type Device = Node & {
  readonly __typename?: 'Device';
  /** Opaque and stable until the sign-out. */
  readonly id: Scalars['ID']['output'];
  /** Its name, 1 to 100 characters. */
  readonly name: Scalars['String']['output'];
  /** What it is. */
  readonly kind: DeviceKind;
};

/** What a device is. New values may come. */
export type DeviceKind =
  /** A phone. */
  | 'PHONE'
  /** A tablet. */
  | 'TABLET'
  /** An app on a computer. */
  | 'DESKTOP'
  /** A browser. */
  | 'WEB'
  /** A loudspeaker. */
  | 'SPEAKER';

/** A track at a place in the queue. The same track may stand at several. */
export type QueueEntry = {
  readonly __typename?: 'QueueEntry';
  /** Opaque, and stable wherever the entry is moved. */
  readonly id: Scalars['ID']['output'];
  /** The track; null when the viewer can no longer see it. It is passed over then. */
  readonly track: Maybe<Track>;
};

/** A page of the queue. */
export type QueueEntryConnection = {
  readonly __typename?: 'QueueEntryConnection';
  /** The entries of the page. */
  readonly nodes: ReadonlyArray<QueueEntry>;
  /** The entries with their cursors. */
  readonly edges: ReadonlyArray<QueueEntryEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** How many entries follow; exact. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** An entry in a page. */
export type QueueEntryEdge = {
  readonly __typename?: 'QueueEntryEdge';
  /** Place of the entry in its list. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: QueueEntry;
};

/** A device to be made known. */
export type RegisterDeviceInput = {
  /** 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** What it is. */
  readonly kind: DeviceKind;
};

/** What became of a device to be made known. */
export type RegisterDevicePayload = {
  readonly __typename?: 'RegisterDevicePayload';
  /** The device; null when there are errors. */
  readonly device: Maybe<Device>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Something to be played: a track, or a playlist. Exactly one of both. */
export type PlayCommand = {
  /** Id of a track, which comes on before the rest of the queue. */
  readonly trackId?: InputMaybe<Scalars['ID']['input']>;
  /** Id of a playlist, which takes the place of the queue. */
  readonly playlistId?: InputMaybe<Scalars['ID']['input']>;
  /** Item of the playlist to begin with; left out, the first that can be heard. */
  readonly itemId?: InputMaybe<Scalars['ID']['input']>;
  /** Where to begin, in milliseconds; default 0, beyond the end is the end. */
  readonly positionMs?: InputMaybe<Scalars['Int']['input']>;
};

/** A place in the track that is on. */
export type SeekCommand = {
  /** In milliseconds; before the beginning is the beginning, beyond the end is the end. */
  readonly positionMs: Scalars['Int']['input'];
};

/** Another device. */
export type TransferCommand = {
  /** Id of the device that is to sound from now on. */
  readonly deviceId: Scalars['ID']['input'];
};

/** A command of a device. Exactly one of those below `expectedRevision`; `false` for a member that takes `true` alone is the same as leaving it out. */
export type ControlPlaybackInput = {
  /** Chosen by the client, 1 to 64 characters. The same one within a day gets the same answer, and does nothing. */
  readonly commandId: Scalars['String']['input'];
  /** Id of the device that commands. */
  readonly deviceId: Scalars['ID']['input'];
  /** The revision that the device saw. When that is not the present one, it is refused with REVISION_CONFLICT. */
  readonly expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** Plays something on the device that commands. */
  readonly play?: InputMaybe<PlayCommand>;
  /** Goes on, or begins with the queue. Takes `true` alone. */
  readonly resume?: InputMaybe<Scalars['Boolean']['input']>;
  /** Falls silent. Takes `true` alone. */
  readonly pause?: InputMaybe<Scalars['Boolean']['input']>;
  /** Goes to a place in the track. */
  readonly seek?: InputMaybe<SeekCommand>;
  /** The next of the queue. The device that sounds sends it at the end of a track, with `expectedRevision`. Takes `true` alone. */
  readonly next?: InputMaybe<Scalars['Boolean']['input']>;
  /** The beginning of the track, or within its first 3 seconds the one before. Takes `true` alone. */
  readonly previous?: InputMaybe<Scalars['Boolean']['input']>;
  /** What happens at the end. */
  readonly setRepeat?: InputMaybe<RepeatMode>;
  /** An order of chance for what follows, or its natural order again. */
  readonly setShuffle?: InputMaybe<Scalars['Boolean']['input']>;
  /** 0 to 100. */
  readonly setVolume?: InputMaybe<Scalars['Int']['input']>;
  /** Another device sounds, at the same place. */
  readonly transferTo?: InputMaybe<TransferCommand>;
};

/** What became of a command. */
export type ControlPlaybackPayload = {
  readonly __typename?: 'ControlPlaybackPayload';
  /** The state behind the command; the present one with REVISION_CONFLICT, null with other errors. */
  readonly playback: Maybe<PlaybackState>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Where tracks come into the queue. */
export type QueuePosition =
  /** Directly behind what is on. */
  | 'NEXT'
  /** At the end. */
  | 'LAST';

/** Tracks for the queue. */
export type EnqueueTracksInput = {
  /** Chosen by the client, 1 to 64 characters. The same one within a day gets the same answer, and does nothing. */
  readonly commandId: Scalars['String']['input'];
  /** 1 to 100 tracks in order; the same one may come twice. */
  readonly trackIds: ReadonlyArray<Scalars['ID']['input']>;
  /** Where they come. */
  readonly position: QueuePosition;
};

/** What became of tracks for the queue. */
export type EnqueueTracksPayload = {
  readonly __typename?: 'EnqueueTracksPayload';
  /** The state as it is now; null when there are errors. */
  readonly playback: Maybe<PlaybackState>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Entries to be taken out of the queue. */
export type RemoveFromQueueInput = {
  /** Chosen by the client, 1 to 64 characters. The same one within a day gets the same answer, and does nothing. */
  readonly commandId: Scalars['String']['input'];
  /** Ids of 1 to 100 entries. */
  readonly entryIds: ReadonlyArray<Scalars['ID']['input']>;
};

/** What became of entries to be taken out. */
export type RemoveFromQueuePayload = {
  readonly __typename?: 'RemoveFromQueuePayload';
  /** The state as it is now; null when there are errors. */
  readonly playback: Maybe<PlaybackState>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An ordered list of tracks: a playlist, an album or an EP. */
export type Playlist = Node & {
  readonly __typename?: 'Playlist';
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** The title, 1 to 100 characters. */
  readonly title: Scalars['String']['output'];
  /** What its owner says about it, at most 5,000 characters; null when nothing. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** What it is. */
  readonly kind: PlaylistKind;
  /** Who may find and see it. Its tracks are seen by their own rules. */
  readonly visibility: TrackVisibility;
  /** Length in milliseconds of the tracks that the viewer sees in it. */
  readonly durationMs: Scalars['Int']['output'];
  /** Who made it; null when that cannot be told now. */
  readonly owner: Maybe<User>;
  /** A square picture; null when there is none. */
  readonly artwork: Maybe<Image>;
  /** Its tracks in order, without those that the viewer may not see. */
  readonly items: PlaylistItemConnection;
};


/** An ordered list of tracks: a playlist, an album or an EP. */
export type PlaylistItemsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A track at a place in a playlist. The same track may stand at several. */
export type PlaylistItem = {
  readonly __typename?: 'PlaylistItem';
  /** Opaque, and stable wherever the item is moved. */
  readonly id: Scalars['ID']['output'];
  /** The track. */
  readonly track: Track;
};

/** A page of a playlist. */
export type PlaylistItemConnection = {
  readonly __typename?: 'PlaylistItemConnection';
  /** The items of the page. */
  readonly nodes: ReadonlyArray<PlaylistItem>;
  /** The items with their cursors. */
  readonly edges: ReadonlyArray<PlaylistItemEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** How many items the viewer sees; exact. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** An item in a page. */
export type PlaylistItemEdge = {
  readonly __typename?: 'PlaylistItemEdge';
  /** Place of the item in its list. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: PlaylistItem;
};

/** A playlist to be made. */
export type CreatePlaylistInput = {
  /** 1 to 100 characters. */
  readonly title: Scalars['String']['input'];
  /** At most 5,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** What it is to be, for ever. */
  readonly kind: PlaylistKind;
  /** Default PRIVATE. */
  readonly visibility?: InputMaybe<TrackVisibility>;
  /** Its first tracks in order, at most 100. */
  readonly trackIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** What became of a playlist to be made. */
export type CreatePlaylistPayload = {
  readonly __typename?: 'CreatePlaylistPayload';
  /** The playlist; null when there are errors. */
  readonly playlist: Maybe<Playlist>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Tracks for a playlist. */
export type AddToPlaylistInput = {
  /** Id of the playlist. */
  readonly playlistId: Scalars['ID']['input'];
  /** 1 to 100 tracks in order; one that stands there already stands there twice. */
  readonly trackIds: ReadonlyArray<Scalars['ID']['input']>;
  /** Place of the first, from 0; left out or beyond the end, the end. */
  readonly position?: InputMaybe<Scalars['Int']['input']>;
};

/** What became of tracks for a playlist. */
export type AddToPlaylistPayload = {
  readonly __typename?: 'AddToPlaylistPayload';
  /** The playlist as it is now; null when there are errors. */
  readonly playlist: Maybe<Playlist>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An item and where it is to stand. */
export type MovePlaylistItemInput = {
  /** Id of the playlist. */
  readonly playlistId: Scalars['ID']['input'];
  /** Id of the item. */
  readonly itemId: Scalars['ID']['input'];
  /** Place among the other items, from 0; beyond the end is the end. */
  readonly position: Scalars['Int']['input'];
};

/** What became of an item to be moved. */
export type MovePlaylistItemPayload = {
  readonly __typename?: 'MovePlaylistItemPayload';
  /** The playlist as it is now; null when there are errors. */
  readonly playlist: Maybe<Playlist>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An item to be taken out. */
export type RemovePlaylistItemInput = {
  /** Id of the playlist. */
  readonly playlistId: Scalars['ID']['input'];
  /** Id of the item. */
  readonly itemId: Scalars['ID']['input'];
};

/** What became of an item to be taken out. */
export type RemovePlaylistItemPayload = {
  readonly __typename?: 'RemovePlaylistItemPayload';
  /** The playlist as it is now; null when there are errors. */
  readonly playlist: Maybe<Playlist>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Changes to a playlist; what is left out stays. */
export type UpdatePlaylistInput = {
  /** Id of the playlist. */
  readonly playlistId: Scalars['ID']['input'];
  /** 1 to 100 characters. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
  /** At most 5,000 characters; null removes it. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Who may find and see it. */
  readonly visibility?: InputMaybe<TrackVisibility>;
  /** An unused upload of the viewer's for ARTWORK; null takes the picture away. */
  readonly artworkUploadId?: InputMaybe<Scalars['ID']['input']>;
};

/** What became of changes to a playlist. */
export type UpdatePlaylistPayload = {
  readonly __typename?: 'UpdatePlaylistPayload';
  /** The playlist as it is now; null when there are errors. */
  readonly playlist: Maybe<Playlist>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A playlist to be deleted. */
export type DeletePlaylistInput = {
  /** Id of the playlist. */
  readonly playlistId: Scalars['ID']['input'];
};

/** What became of a playlist to be deleted. */
export type DeletePlaylistPayload = {
  readonly __typename?: 'DeletePlaylistPayload';
  /** Id of the playlist that is gone; null when there are errors. */
  readonly deletedPlaylistId: Maybe<Scalars['ID']['output']>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What an ordered list of tracks is. New values may come. */
export type PlaylistKind =
  /** Anybody's tracks. */
  | 'PLAYLIST'
  /** An album: tracks of its owner only. */
  | 'ALBUM'
  /** An EP: tracks of its owner only. */
  | 'EP';

/** How far a version of a track's audio is. */
export type TrackProcessing = {
  readonly __typename?: 'TrackProcessing';
  /** What is being done. */
  readonly state: ProcessingState;
  /** From 0 to 1; never falls. */
  readonly progress: Scalars['Float']['output'];
  /** Why it failed; null in every other state. */
  readonly failure: Maybe<ProcessingFailure>;
};

/** Why a file did not become a track. */
export type ProcessingFailure = {
  readonly __typename?: 'ProcessingFailure';
  /** What clients act on. New codes may come. */
  readonly code: ProcessingFailureCode;
  /** An explanation in English for people; it may change. */
  readonly message: Scalars['String']['output'];
};

/** What is being done to make a track ready. New values may come. */
export type ProcessingState =
  /** It waits for its turn. */
  | 'QUEUED'
  /** The file is looked at. */
  | 'PROBING'
  /** The qualities are made. */
  | 'TRANSCODING'
  /** The result is stored. */
  | 'PUBLISHING'
  /** It can be heard. */
  | 'READY'
  /** It cannot; `failure` says why. */
  | 'FAILED';

/** Why a file did not become a track. New values may come. */
export type ProcessingFailureCode =
  /** It is in no format that we read, whatever its name says. */
  | 'UNSUPPORTED_FORMAT'
  /** It is damaged or incomplete. */
  | 'CORRUPT_MEDIA'
  /** It holds no sound. */
  | 'NO_AUDIO_STREAM'
  /** It is shorter than 0.1 s. */
  | 'TOO_SHORT'
  /** It is longer than 4 hours. */
  | 'TOO_LONG'
  /** It has too many channels, or a sample rate outside 8 to 192 kHz. */
  | 'UNSUPPORTED_LAYOUT'
  /** It is too large once it is decoded. */
  | 'DECODED_SIZE_EXCEEDED'
  /** Making it ready took too long. */
  | 'PROCESSING_TIMEOUT'
  /** It broke what read it. */
  | 'PROCESSING_CRASHED'
  /** This installation cannot process audio at present; the file waits. */
  | 'TRANSCODER_UNAVAILABLE';

/** Uploads, tracks and what is heard of them. */
export type Query = {
  readonly __typename?: 'Query';
  /** An upload by id, to its owner; null to everybody else. Example: `query UploadStatus`. */
  readonly upload: Maybe<Upload>;
  /** A track by id; null when it is absent or invisible to the viewer. Example: `query TrackForListening`. */
  readonly track: Maybe<Track>;
  /**
   * The track that a secret link opens; null when the link ended or never was. Example: `query TrackBySecretLink`.
   * Whoever has the secret sees the track and may hear it, signed in or not.
   */
  readonly trackBySecretLink: Maybe<Track>;
  /** A playlist by id; null when it is absent or invisible to the viewer. Example: `query PlaylistById`. */
  readonly playlist: Maybe<Playlist>;
  /**
   * Public tracks whose title, artist, genre, tags or description match, the best first. Example: `query SearchTracks`.
   * An empty query lists the newest. Beginnings of words are enough, and small mistakes in titles and names are forgiven.
   */
  readonly searchTracks: Maybe<TrackConnection>;
};


/** Uploads, tracks and what is heard of them. */
export type QueryUploadArgs = {
  id: Scalars['ID']['input'];
};


/** Uploads, tracks and what is heard of them. */
export type QueryTrackArgs = {
  id: Scalars['ID']['input'];
};


/** Uploads, tracks and what is heard of them. */
export type QueryTrackBySecretLinkArgs = {
  secret: Scalars['String']['input'];
};


/** Uploads, tracks and what is heard of them. */
export type QueryPlaylistArgs = {
  id: Scalars['ID']['input'];
};


/** Uploads, tracks and what is heard of them. */
export type QuerySearchTracksArgs = {
  query: Scalars['String']['input'];
  filter?: InputMaybe<TrackFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Sending files, and making tracks of them. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Announces a file; its bytes go to `upload.url` by tus 1.0, with any tus client. Example: `mutation CreateUpload`.
   * Fails with INVALID_FILENAME, UPLOAD_TOO_LARGE, QUOTA_EXCEEDED, TOO_MANY_UPLOADS and INVALID.
   */
  readonly createUpload: CreateUploadPayload;
  /**
   * Makes a track of a complete upload and starts to process it. Example: `mutation CreateTrack`.
   * Fails with NOT_FOUND, UPLOAD_NOT_READY, INVALID and LIMIT_REACHED (100 of the viewer's wait to be processed; they are taken in turns with others').
   */
  readonly createTrack: CreateTrackPayload;
  /**
   * Changes the viewer's own track; a new upload makes a new version of its audio. Example: `mutation UpdateTrack`.
   * The old version is heard until the new one is ready. Fails with NOT_FOUND, UPLOAD_NOT_READY, INVALID and LIMIT_REACHED.
   */
  readonly updateTrack: UpdateTrackPayload;
  /** Deletes the viewer's own track; nobody can hear it from now on. Example: `mutation DeleteTrack`. */
  readonly deleteTrack: DeleteTrackPayload;
  /**
   * Makes the link by which others hear the viewer's own track before it is out. Example: `mutation CreateSecretLink`.
   * A track has one link; making another ends the first, with the addresses that listeners hold. Fails with NOT_FOUND and INVALID.
   */
  readonly createSecretLink: CreateSecretLinkPayload;
  /**
   * Makes a playlist, an album or an EP, with its first tracks. Example: `mutation CreatePlaylist`.
   * Fails with INVALID, NOT_FOUND, NOT_PERMITTED (somebody else's track in an album or EP) and LIMIT_REACHED.
   */
  readonly createPlaylist: CreatePlaylistPayload;
  /**
   * Puts tracks into the viewer's own playlist. Example: `mutation AddToPlaylist`.
   * Fails with INVALID, NOT_FOUND, NOT_PERMITTED and PLAYLIST_FULL; then nothing changes.
   */
  readonly addToPlaylist: AddToPlaylistPayload;
  /**
   * Moves an item of the viewer's own playlist; others move at the same time. Example: `mutation MovePlaylistItem`.
   * Fails with NOT_FOUND and NOT_PERMITTED.
   */
  readonly movePlaylistItem: MovePlaylistItemPayload;
  /**
   * Takes an item out of the viewer's own playlist. Example: `mutation RemovePlaylistItem`.
   * Fails with NOT_FOUND and NOT_PERMITTED.
   */
  readonly removePlaylistItem: RemovePlaylistItemPayload;
  /**
   * Changes what is said of the viewer's own playlist, and who may see it. Example: `mutation UpdatePlaylist`.
   * Fails with INVALID, NOT_FOUND, NOT_PERMITTED and UPLOAD_NOT_READY.
   */
  readonly updatePlaylist: UpdatePlaylistPayload;
  /**
   * Deletes the viewer's own playlist; its tracks stay. Example: `mutation DeletePlaylist`.
   * Fails with NOT_FOUND and NOT_PERMITTED.
   */
  readonly deletePlaylist: DeletePlaylistPayload;
  /**
   * Makes a device of the viewer known, once for each sign-in, name and kind. Example: `mutation RegisterDevice`.
   * Of more than 50 devices, the one that was silent for longest goes; a sign-out takes its own. Fails with INVALID.
   */
  readonly registerDevice: RegisterDevicePayload;
  /**
   * Plays, pauses, seeks, skips and so on, for all devices of the viewer. Example: `mutation ControlPlayback`.
   * Fails with INVALID, NOT_FOUND, REVISION_CONFLICT, NOTHING_TO_PLAY, QUEUE_FULL and DEVICE_OFFLINE.
   */
  readonly controlPlayback: ControlPlaybackPayload;
  /**
   * Puts tracks into the viewer's queue; two devices may do so at the same time. Example: `mutation EnqueueTracks`.
   * Fails with INVALID, NOT_FOUND and QUEUE_FULL; then nothing changes.
   */
  readonly enqueueTracks: EnqueueTracksPayload;
  /**
   * Takes entries out of the viewer's queue. Example: `mutation RemoveFromQueue`.
   * Fails with INVALID and NOT_FOUND (an entry that does not follow, or no longer); then nothing changes.
   */
  readonly removeFromQueue: RemoveFromQueuePayload;
  /**
   * Tells what a device plays: every 15 seconds, and when it pauses, seeks or ends. Example: `mutation ReportPlayback`.
   * What counts as a play is decided by the server. Fails with NOT_FOUND, INVALID and STREAM_UNAVAILABLE.
   */
  readonly reportPlayback: ReportPlaybackPayload;
  /**
   * Fresh addresses for a listener whose own are about to expire; playing goes on. Example: `mutation RenewStream`.
   * Fails with NOT_FOUND and STREAM_UNAVAILABLE.
   */
  readonly renewStream: RenewStreamPayload;
};


/** Sending files, and making tracks of them. */
export type MutationCreateUploadArgs = {
  input: CreateUploadInput;
};


/** Sending files, and making tracks of them. */
export type MutationCreateTrackArgs = {
  input: CreateTrackInput;
};


/** Sending files, and making tracks of them. */
export type MutationUpdateTrackArgs = {
  input: UpdateTrackInput;
};


/** Sending files, and making tracks of them. */
export type MutationDeleteTrackArgs = {
  input: DeleteTrackInput;
};


/** Sending files, and making tracks of them. */
export type MutationCreateSecretLinkArgs = {
  input: CreateSecretLinkInput;
};


/** Sending files, and making tracks of them. */
export type MutationCreatePlaylistArgs = {
  input: CreatePlaylistInput;
};


/** Sending files, and making tracks of them. */
export type MutationAddToPlaylistArgs = {
  input: AddToPlaylistInput;
};


/** Sending files, and making tracks of them. */
export type MutationMovePlaylistItemArgs = {
  input: MovePlaylistItemInput;
};


/** Sending files, and making tracks of them. */
export type MutationRemovePlaylistItemArgs = {
  input: RemovePlaylistItemInput;
};


/** Sending files, and making tracks of them. */
export type MutationUpdatePlaylistArgs = {
  input: UpdatePlaylistInput;
};


/** Sending files, and making tracks of them. */
export type MutationDeletePlaylistArgs = {
  input: DeletePlaylistInput;
};


/** Sending files, and making tracks of them. */
export type MutationRegisterDeviceArgs = {
  input: RegisterDeviceInput;
};


/** Sending files, and making tracks of them. */
export type MutationControlPlaybackArgs = {
  input: ControlPlaybackInput;
};


/** Sending files, and making tracks of them. */
export type MutationEnqueueTracksArgs = {
  input: EnqueueTracksInput;
};


/** Sending files, and making tracks of them. */
export type MutationRemoveFromQueueArgs = {
  input: RemoveFromQueueInput;
};


/** Sending files, and making tracks of them. */
export type MutationReportPlaybackArgs = {
  input: ReportPlaybackInput;
};


/** Sending files, and making tracks of them. */
export type MutationRenewStreamArgs = {
  input: RenewStreamInput;
};

/** What happens, as it happens. */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * The processing of a track, live (class: state). Example: `subscription TrackProcessing`.
   * The present state first, then its changes, at most two a second, up to READY or FAILED, which ends the stream.
   * A track that is absent or invisible to the viewer is refused with NOT_FOUND.
   */
  readonly trackProcessing: Track;
  /**
   * What the viewer plays, live (class: state). Example: `subscription PlaybackState`.
   * The present state first, then the newest after each change; a slow client misses the ones in between.
   */
  readonly playbackState: PlaybackState;
};


/** What happens, as it happens. */
export type SubscriptionTrackProcessingArgs = {
  trackId: Scalars['ID']['input'];
};

/** A person; this part of the platform adds their tracks. */
export type User = Node & {
  readonly __typename?: 'User';
  /** The global id. */
  readonly id: Scalars['ID']['output'];
  /** Their public tracks as RSS, for readers of podcasts; null when that cannot be told now. */
  readonly feedUrl: Maybe<Scalars['URL']['output']>;
  /** Their tracks, the newest first: to themselves all, to others the public ones. Null when that cannot be told now. */
  readonly tracks: Maybe<TrackConnection>;
};


/** A person; this part of the platform adds their tracks. */
export type UserTracksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Why a mutation did nothing. New codes may come. */
export type UserErrorCode =
  /** A value is missing, too long, out of range or of the wrong form. */
  | 'INVALID'
  /** There is no such thing, or the viewer cannot see it. */
  | 'NOT_FOUND'
  /** The thing is visible, but the viewer may not do this with it. */
  | 'NOT_PERMITTED'
  /** The viewer has as many of these as one person may have. */
  | 'LIMIT_REACHED'
  /** The playlist would have more than 1,000 items. */
  | 'PLAYLIST_FULL'
  /** The file is larger than its purpose allows. */
  | 'UPLOAD_TOO_LARGE'
  /** The viewer's files would be larger than their share of the storage. */
  | 'QUOTA_EXCEEDED'
  /** The viewer has too many unfinished uploads. */
  | 'TOO_MANY_UPLOADS'
  /** The name is empty, too long, or holds slashes or control characters. */
  | 'INVALID_FILENAME'
  /** Not all bytes of the upload have arrived. */
  | 'UPLOAD_NOT_READY'
  /** There is nothing to hear yet. */
  | 'STREAM_UNAVAILABLE'
  /** Somebody else changed this in the meantime; the answer holds it as it is now. */
  | 'REVISION_CONFLICT'
  /** The queue would have more than 1,000 entries. */
  | 'QUEUE_FULL'
  /** Nothing is on, and nothing follows that can be heard. */
  | 'NOTHING_TO_PLAY'
  /** The other device has not been heard of for 45 seconds. */
  | 'DEVICE_OFFLINE';

/** The file that a track was made of, with an address for one person. */
export type Download = {
  readonly __typename?: 'Download';
  /** Address of the file; it ends. */
  readonly url: Scalars['URL']['output'];
  /** Its name, for display and for keeping it. */
  readonly filename: Scalars['String']['output'];
  /** Its size. */
  readonly byteSize: Scalars['ByteCount']['output'];
  /** What it is, by its signature. */
  readonly contentType: Scalars['String']['output'];
  /** When the address ends; ask again for a new one. */
  readonly expiresAt: Scalars['DateTime']['output'];
};

/** A link by which others hear a track, whoever may see it. */
export type SecretLink = {
  readonly __typename?: 'SecretLink';
  /** Address to pass on. */
  readonly url: Scalars['URL']['output'];
  /** What the address holds, for `trackBySecretLink`; it is told this once. */
  readonly secret: Scalars['String']['output'];
  /** When the link ends; null when it does not. */
  readonly expiresAt: Maybe<Scalars['DateTime']['output']>;
};

/** A link to be made. */
export type CreateSecretLinkInput = {
  /** Id of the track. */
  readonly trackId: Scalars['ID']['input'];
  /** When it ends; left out, it does not. */
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What became of a link to be made. */
export type CreateSecretLinkPayload = {
  readonly __typename?: 'CreateSecretLinkPayload';
  /** The link; null when there are errors. */
  readonly secretLink: Maybe<SecretLink>;
  /** Why there is none; empty when there is. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The shape of a track. */
export type Waveform = {
  readonly __typename?: 'Waveform';
  /** Peaks from 0 to 1, of the louder channel at each moment. */
  readonly peaks: ReadonlyArray<Scalars['Float']['output']>;
};

/** Loudness of a whole track, after EBU R 128. */
export type Loudness = {
  readonly __typename?: 'Loudness';
  /** Integrated loudness in LUFS; null for silence. */
  readonly integratedLufs: Maybe<Scalars['Float']['output']>;
  /** True peak in dBTP; null for silence. */
  readonly truePeakDbtp: Maybe<Scalars['Float']['output']>;
};

/** Addresses under which a track is heard. They are for one listener and end. */
export type Stream = {
  readonly __typename?: 'Stream';
  /** Master playlist for HLS. */
  readonly hlsUrl: Scalars['URL']['output'];
  /** Manifest for DASH. */
  readonly dashUrl: Scalars['URL']['output'];
  /** When the addresses end; `renewStream` gives new ones. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Qualities on offer, at most 4. */
  readonly renditions: ReadonlyArray<StreamRendition>;
  /** Decibels by which to raise or lower playback towards -14 LUFS; null when loudness is unknown. */
  readonly gainDb: Maybe<Scalars['Float']['output']>;
};

/** A quality of a stream. */
export type StreamRendition = {
  readonly __typename?: 'StreamRendition';
  /** Codec by its RFC 6381 name. */
  readonly codec: Scalars['String']['output'];
  /** Nominal bit rate in kbit/s. */
  readonly bitrateKbps: Scalars['Int']['output'];
  /** Samples per second. */
  readonly sampleRate: Scalars['Int']['output'];
  /** Samples before the first one of the track, for gapless playback. */
  readonly encoderDelaySamples: Scalars['Int']['output'];
  /** Samples behind the last one of the track, for gapless playback. */
  readonly endPaddingSamples: Scalars['Int']['output'];
};

/** A track whose addresses are to be renewed. */
export type RenewStreamInput = {
  /** Id of the track. */
  readonly trackId: Scalars['ID']['input'];
  /** Secret of the link by which the listener came, 22 characters. */
  readonly secret?: InputMaybe<Scalars['String']['input']>;
};

/** What became of addresses to be renewed. */
export type RenewStreamPayload = {
  readonly __typename?: 'RenewStreamPayload';
  /** The new addresses; null when there are errors. */
  readonly stream: Maybe<Stream>;
  /** Why there are none; empty when there are. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A piece of music or speech. */
export type Track = Node & {
  readonly __typename?: 'Track';
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** The title, 1 to 100 characters. */
  readonly title: Scalars['String']['output'];
  /** Its page, for people without an account and for embedding. It is there while everybody may hear the track. */
  readonly url: Scalars['URL']['output'];
  /** Length in milliseconds; null until it is ready. */
  readonly durationMs: Maybe<Scalars['Int']['output']>;
  /** Who made it; null when that cannot be told now. */
  readonly artist: Maybe<User>;
  /** A square picture: the one that the artist sent, else the one inside the audio file. Null when there is none. */
  readonly artwork: Maybe<Image>;
  /** Whether moderators took it out of sight: only its artist and moderators see it then. */
  readonly isHidden: Scalars['Boolean']['output'];
  /** What the artist says about it, at most 5,000 characters; null when nothing. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** The genre in the artist's words, at most 50 characters; null when none. */
  readonly genre: Maybe<Scalars['String']['output']>;
  /** At most 20 words of at most 32 characters, lower case. */
  readonly tags: ReadonlyArray<Scalars['String']['output']>;
  /** Who may find and hear it once it is ready. */
  readonly visibility: TrackVisibility;
  /** What others may do with it. */
  readonly licence: TrackLicence;
  /** When others could first hear it: when it was ready and its release had come. Null before. */
  readonly publishedAt: Maybe<Scalars['DateTime']['output']>;
  /** When others may hear it at the earliest; null when nobody said. */
  readonly releaseAt: Maybe<Scalars['DateTime']['output']>;
  /** How far the newest version of its audio is. */
  readonly processing: TrackProcessing;
  /** Its shape for drawing; null until it is ready. Exactly `samples` peaks. */
  readonly waveform: Maybe<Waveform>;
  /** How loud it is; null until it is ready. */
  readonly loudness: Maybe<Loudness>;
  /** How often it was played, by the server's own rule. */
  readonly playCount: Scalars['Int']['output'];
  /** Whether others may have the file that it was made of. */
  readonly isDownloadable: Scalars['Boolean']['output'];
  /** The file that it was made of; null when this viewer may not have it, or there is nothing to hear yet. */
  readonly download: Maybe<Download>;
  /** Figures for its artist and for staff who keep the books; null to everybody else. */
  readonly stats: Maybe<TrackStats>;
  /** Signed addresses for this viewer; null when there is nothing to hear yet. */
  readonly stream: Maybe<Stream>;
};


/** A piece of music or speech. */
export type TrackWaveformArgs = {
  samples: Scalars['Int']['input'];
};


/** A piece of music or speech. */
export type TrackStatsArgs = {
  days?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of tracks. */
export type TrackConnection = {
  readonly __typename?: 'TrackConnection';
  /** The tracks of the page. */
  readonly nodes: ReadonlyArray<Track>;
  /** The tracks with their cursors. */
  readonly edges: ReadonlyArray<TrackEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** How many tracks there are for this viewer; exact, of searches up to 1,000. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A track in a page. */
export type TrackEdge = {
  readonly __typename?: 'TrackEdge';
  /** Place of the track in its list. */
  readonly cursor: Scalars['String']['output'];
  /** The track. */
  readonly node: Track;
};

/** What must be true of tracks that are looked for; all of it. */
export type TrackFilter = {
  /** The genre, at most 50 characters, in any case. */
  readonly genre?: InputMaybe<Scalars['String']['input']>;
  /** Tags that a track must all have, at most 20 of at most 32 characters. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Shortest length in milliseconds. */
  readonly minDurationMs?: InputMaybe<Scalars['Int']['input']>;
  /** Longest length in milliseconds. */
  readonly maxDurationMs?: InputMaybe<Scalars['Int']['input']>;
  /** The licence. */
  readonly licence?: InputMaybe<TrackLicence>;
};

/** A track to be made. */
export type CreateTrackInput = {
  /** A complete upload of the viewer's for TRACK_AUDIO that nothing uses yet. */
  readonly uploadId: Scalars['ID']['input'];
  /** An unused upload of the viewer's for ARTWORK; left out, the picture inside the audio file is taken. */
  readonly artworkUploadId?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 100 characters; left out, the file's own title or name is taken. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
  /** At most 5,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 50 characters. */
  readonly genre?: InputMaybe<Scalars['String']['input']>;
  /** At most 20 words of 1 to 32 characters. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Default PRIVATE. */
  readonly visibility?: InputMaybe<TrackVisibility>;
  /** Default ALL_RIGHTS_RESERVED. */
  readonly licence?: InputMaybe<TrackLicence>;
  /** When others may hear it at the earliest; left out, as soon as it is ready. A past instant is now. */
  readonly releaseAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Default false. */
  readonly isDownloadable?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What became of a track to be made. */
export type CreateTrackPayload = {
  readonly __typename?: 'CreateTrackPayload';
  /** The track; null when there are errors. */
  readonly track: Maybe<Track>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Changes to a track; what is left out stays. */
export type UpdateTrackInput = {
  /** Id of the track. */
  readonly trackId: Scalars['ID']['input'];
  /** A complete upload of the viewer's for TRACK_AUDIO: the new version of the audio. */
  readonly uploadId?: InputMaybe<Scalars['ID']['input']>;
  /** An unused upload of the viewer's for ARTWORK; null takes the picture away. */
  readonly artworkUploadId?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 100 characters. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
  /** At most 5,000 characters; null removes it. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 50 characters; null removes it. */
  readonly genre?: InputMaybe<Scalars['String']['input']>;
  /** At most 20 words of 1 to 32 characters; replaces all. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Anything narrower also ends the addresses that listeners hold. */
  readonly visibility?: InputMaybe<TrackVisibility>;
  /** The new licence. */
  readonly licence?: InputMaybe<TrackLicence>;
  /** Null: as soon as it is ready. A past instant is now. Putting it off ends the addresses that listeners hold. */
  readonly releaseAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whether others may have the file that it was made of. */
  readonly isDownloadable?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What became of changes to a track. */
export type UpdateTrackPayload = {
  readonly __typename?: 'UpdateTrackPayload';
  /** The track as it is now; null when there are errors. */
  readonly track: Maybe<Track>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A track to be deleted. */
export type DeleteTrackInput = {
  /** Id of the track. */
  readonly trackId: Scalars['ID']['input'];
};

/** What became of a track to be deleted. */
export type DeleteTrackPayload = {
  readonly __typename?: 'DeleteTrackPayload';
  /** Id of the track that is gone; null when there are errors. */
  readonly deletedTrackId: Maybe<Scalars['ID']['output']>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Who may find and hear a track. New values may come. */
export type TrackVisibility =
  /** Everybody, everywhere. */
  | 'PUBLIC'
  /** Everybody who knows its id; it is listed nowhere. */
  | 'UNLISTED'
  /** Only its artist. */
  | 'PRIVATE';

/** What others may do with a track. New values may come. */
export type TrackLicence =
  /** Nothing but listen. */
  | 'ALL_RIGHTS_RESERVED'
  /** Use it and name the artist: Creative Commons Attribution 4.0. */
  | 'CC_BY'
  /** Everything: Creative Commons Zero 1.0. */
  | 'CC0';

/** A file on its way here. Only its owner sees it. */
export type Upload = Node & {
  readonly __typename?: 'Upload';
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Address for the bytes, by tus 1.0; whoever has it may send. Null when the upload is over. */
  readonly url: Maybe<Scalars['URL']['output']>;
  /** When it ends if nothing more arrives; null when the upload is over. */
  readonly expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** How far it is. */
  readonly state: UploadState;
  /** Why it is REFUSED; null in every other state. */
  readonly refusal: Maybe<UploadRefusal>;
  /** Bytes that have arrived. */
  readonly receivedBytes: Scalars['ByteCount']['output'];
  /** Bytes that were announced. */
  readonly byteSize: Scalars['ByteCount']['output'];
  /** Who sends it. For other parts of the platform. */
  readonly ownerId: Scalars['ID']['output'];
  /** What it may be used for. For other parts of the platform. */
  readonly purpose: UploadPurpose;
  /** Its name, which is for display only. For other parts of the platform. */
  readonly filename: Scalars['String']['output'];
  /** Id of the picture that was made of it; null for other purposes and before it is READY. For other parts of the platform. */
  readonly imageId: Maybe<Scalars['ID']['output']>;
  /** Its media type by signature; null before all bytes are there. For other parts of the platform. */
  readonly contentType: Maybe<Scalars['String']['output']>;
  /** Public key under which an attachment is served; null for other purposes and before it is READY. For other parts of the platform. */
  readonly aid: Maybe<Scalars['ID']['output']>;
  /** Pixels across an attached picture, upright; null for everything else. For other parts of the platform. */
  readonly width: Maybe<Scalars['Int']['output']>;
  /** Pixels down an attached picture, upright; null for everything else. For other parts of the platform. */
  readonly height: Maybe<Scalars['Int']['output']>;
};

/** Why the bytes of an upload were not taken. */
export type UploadRefusal = {
  readonly __typename?: 'UploadRefusal';
  /** What clients act on. New codes may come. */
  readonly code: UploadRefusalCode;
  /** An explanation in English for people; it may change. */
  readonly message: Scalars['String']['output'];
};

/** A file that somebody is about to send. */
export type CreateUploadInput = {
  /** What it is for. */
  readonly purpose: UploadPurpose;
  /** Its name for display, 1 to 255 bytes, without slashes or control characters. */
  readonly filename: Scalars['String']['input'];
  /** Its size. */
  readonly byteSize: Scalars['ByteCount']['input'];
  /** What the client takes it for, at most 255 characters; the server looks for itself. */
  readonly contentType: Scalars['String']['input'];
  /** SHA-256 of its bytes, 64 hexadecimal digits; other bytes are refused. */
  readonly sha256?: InputMaybe<Scalars['String']['input']>;
};

/** What became of an announced file. */
export type CreateUploadPayload = {
  readonly __typename?: 'CreateUploadPayload';
  /** The upload; null when there are errors. */
  readonly upload: Maybe<Upload>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What an upload may be used for. New values may come. */
export type UploadPurpose =
  /** Sound for a track, at most 4 GiB. */
  | 'TRACK_AUDIO'
  /** A picture for a track: JPEG, PNG or WebP of at most 20 MiB and 50 million pixels. */
  | 'ARTWORK'
  /** A picture of a person: JPEG, PNG or WebP of at most 10 MiB and 50 million pixels. */
  | 'AVATAR'
  /** A file that comes with a message, at most 100 MiB. Sound and pictures are shown, everything else is offered to be kept. */
  | 'CHAT_ATTACHMENT'
  /** A file that a listing sells, at most 5 GiB. */
  | 'LISTING_FILE';

/** How far an upload is. New values may come. */
export type UploadState =
  /** No byte has arrived. */
  | 'PENDING'
  /** Some bytes have arrived. */
  | 'RECEIVING'
  /** All bytes are there; it waits to be used. */
  | 'READY'
  /** It is in use. */
  | 'CLAIMED'
  /** The bytes are not what was announced, or no picture where one is due; `refusal` says why. */
  | 'REFUSED'
  /** It was given up, or took too long. */
  | 'EXPIRED';

/** Why the bytes of an upload were not taken. New codes may come. */
export type UploadRefusalCode =
  /** They are not those that were announced. */
  | 'CHECKSUM_MISMATCH'
  /** They are no JPEG, PNG or still WebP, whatever the file's name says. */
  | 'UNSUPPORTED_FORMAT'
  /** The picture has more than 50 million pixels, or a side of more than 16,384. */
  | 'TOO_MANY_PIXELS'
  /** The picture is damaged or incomplete. */
  | 'CORRUPT_MEDIA'
  /** Reading the picture took too long. */
  | 'PROCESSING_TIMEOUT'
  /** The picture broke what read it. */
  | 'PROCESSING_CRASHED'
  /** This installation cannot process pictures at present. */
  | 'TRANSCODER_UNAVAILABLE';



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Viewer: Viewer;
  Device: Device;
  Playlist: Playlist;
  User: User;
  Track: Track;
  Upload: Upload;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Viewer:
    ( { __typename: 'Viewer' }
    & GraphQLRecursivePick<FederationTypes['Viewer'], {"id":true}> );
  Device:
    ( { __typename: 'Device' }
    & GraphQLRecursivePick<FederationTypes['Device'], {"id":true}> );
  Playlist:
    ( { __typename: 'Playlist' }
    & GraphQLRecursivePick<FederationTypes['Playlist'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
  Track:
    ( { __typename: 'Track' }
    & GraphQLRecursivePick<FederationTypes['Track'], {"id":true}> );
  Upload:
    ( { __typename: 'Upload' }
    & GraphQLRecursivePick<FederationTypes['Upload'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( DeviceModel )
    | ( PlaylistModel )
    | ( UserModel )
    | ( TrackModel )
    | ( UploadModel )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  ByteCount: ResolverTypeWrapper<Scalars['ByteCount']['output']>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  UserError: ResolverTypeWrapper<UserError>;
  Image: ResolverTypeWrapper<ImageModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  TrackStats: ResolverTypeWrapper<TrackStatsModel>;
  TrackStatsDay: ResolverTypeWrapper<TrackStatsDay>;
  Viewer: ResolverTypeWrapper<ViewerModel>;
  Listen: ResolverTypeWrapper<ListenModel>;
  ListenConnection: ResolverTypeWrapper<ListenConnectionModel>;
  ListenEdge: ResolverTypeWrapper<Omit<ListenEdge, 'node'> & { node: ResolversTypes['Listen'] }>;
  ReportPlaybackInput: ReportPlaybackInput;
  ReportPlaybackPayload: ResolverTypeWrapper<Omit<ReportPlaybackPayload, 'playback'> & { playback?: Maybe<ResolversTypes['PlaybackState']> }>;
  PlaybackState: ResolverTypeWrapper<PlaybackStateModel>;
  RepeatMode: RepeatMode;
  Device: ResolverTypeWrapper<DeviceModel>;
  DeviceKind: DeviceKind;
  QueueEntry: ResolverTypeWrapper<QueueEntryModel>;
  QueueEntryConnection: ResolverTypeWrapper<QueueEntryConnectionModel>;
  QueueEntryEdge: ResolverTypeWrapper<Omit<QueueEntryEdge, 'node'> & { node: ResolversTypes['QueueEntry'] }>;
  RegisterDeviceInput: RegisterDeviceInput;
  RegisterDevicePayload: ResolverTypeWrapper<Omit<RegisterDevicePayload, 'device'> & { device?: Maybe<ResolversTypes['Device']> }>;
  PlayCommand: PlayCommand;
  SeekCommand: SeekCommand;
  TransferCommand: TransferCommand;
  ControlPlaybackInput: ControlPlaybackInput;
  ControlPlaybackPayload: ResolverTypeWrapper<Omit<ControlPlaybackPayload, 'playback'> & { playback?: Maybe<ResolversTypes['PlaybackState']> }>;
  QueuePosition: QueuePosition;
  EnqueueTracksInput: EnqueueTracksInput;
  EnqueueTracksPayload: ResolverTypeWrapper<Omit<EnqueueTracksPayload, 'playback'> & { playback?: Maybe<ResolversTypes['PlaybackState']> }>;
  RemoveFromQueueInput: RemoveFromQueueInput;
  RemoveFromQueuePayload: ResolverTypeWrapper<Omit<RemoveFromQueuePayload, 'playback'> & { playback?: Maybe<ResolversTypes['PlaybackState']> }>;
  Playlist: ResolverTypeWrapper<PlaylistModel>;
  PlaylistItem: ResolverTypeWrapper<PlaylistItemModel>;
  PlaylistItemConnection: ResolverTypeWrapper<PlaylistItemConnectionModel>;
  PlaylistItemEdge: ResolverTypeWrapper<Omit<PlaylistItemEdge, 'node'> & { node: ResolversTypes['PlaylistItem'] }>;
  CreatePlaylistInput: CreatePlaylistInput;
  CreatePlaylistPayload: ResolverTypeWrapper<Omit<CreatePlaylistPayload, 'playlist'> & { playlist?: Maybe<ResolversTypes['Playlist']> }>;
  AddToPlaylistInput: AddToPlaylistInput;
  AddToPlaylistPayload: ResolverTypeWrapper<Omit<AddToPlaylistPayload, 'playlist'> & { playlist?: Maybe<ResolversTypes['Playlist']> }>;
  MovePlaylistItemInput: MovePlaylistItemInput;
  MovePlaylistItemPayload: ResolverTypeWrapper<Omit<MovePlaylistItemPayload, 'playlist'> & { playlist?: Maybe<ResolversTypes['Playlist']> }>;
  RemovePlaylistItemInput: RemovePlaylistItemInput;
  RemovePlaylistItemPayload: ResolverTypeWrapper<Omit<RemovePlaylistItemPayload, 'playlist'> & { playlist?: Maybe<ResolversTypes['Playlist']> }>;
  UpdatePlaylistInput: UpdatePlaylistInput;
  UpdatePlaylistPayload: ResolverTypeWrapper<Omit<UpdatePlaylistPayload, 'playlist'> & { playlist?: Maybe<ResolversTypes['Playlist']> }>;
  DeletePlaylistInput: DeletePlaylistInput;
  DeletePlaylistPayload: ResolverTypeWrapper<DeletePlaylistPayload>;
  PlaylistKind: PlaylistKind;
  TrackProcessing: ResolverTypeWrapper<TrackProcessingModel>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ProcessingFailure: ResolverTypeWrapper<ProcessingFailure>;
  ProcessingState: ProcessingState;
  ProcessingFailureCode: ProcessingFailureCode;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<UserModel>;
  UserErrorCode: UserErrorCode;
  Download: ResolverTypeWrapper<Download>;
  SecretLink: ResolverTypeWrapper<SecretLink>;
  CreateSecretLinkInput: CreateSecretLinkInput;
  CreateSecretLinkPayload: ResolverTypeWrapper<CreateSecretLinkPayload>;
  Waveform: ResolverTypeWrapper<Waveform>;
  Loudness: ResolverTypeWrapper<LoudnessModel>;
  Stream: ResolverTypeWrapper<StreamModel>;
  StreamRendition: ResolverTypeWrapper<StreamRendition>;
  RenewStreamInput: RenewStreamInput;
  RenewStreamPayload: ResolverTypeWrapper<Omit<RenewStreamPayload, 'stream'> & { stream?: Maybe<ResolversTypes['Stream']> }>;
  Track: ResolverTypeWrapper<TrackModel>;
  TrackConnection: ResolverTypeWrapper<TrackConnectionModel>;
  TrackEdge: ResolverTypeWrapper<Omit<TrackEdge, 'node'> & { node: ResolversTypes['Track'] }>;
  TrackFilter: TrackFilter;
  CreateTrackInput: CreateTrackInput;
  CreateTrackPayload: ResolverTypeWrapper<Omit<CreateTrackPayload, 'track'> & { track?: Maybe<ResolversTypes['Track']> }>;
  UpdateTrackInput: UpdateTrackInput;
  UpdateTrackPayload: ResolverTypeWrapper<Omit<UpdateTrackPayload, 'track'> & { track?: Maybe<ResolversTypes['Track']> }>;
  DeleteTrackInput: DeleteTrackInput;
  DeleteTrackPayload: ResolverTypeWrapper<DeleteTrackPayload>;
  TrackVisibility: TrackVisibility;
  TrackLicence: TrackLicence;
  Upload: ResolverTypeWrapper<UploadModel>;
  UploadRefusal: ResolverTypeWrapper<UploadRefusal>;
  CreateUploadInput: CreateUploadInput;
  CreateUploadPayload: ResolverTypeWrapper<Omit<CreateUploadPayload, 'upload'> & { upload?: Maybe<ResolversTypes['Upload']> }>;
  UploadPurpose: UploadPurpose;
  UploadState: UploadState;
  UploadRefusalCode: UploadRefusalCode;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  URL: Scalars['URL']['output'];
  ByteCount: Scalars['ByteCount']['output'];
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  ID: Scalars['ID']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  UserError: UserError;
  Image: ImageModel;
  Int: Scalars['Int']['output'];
  TrackStats: TrackStatsModel;
  TrackStatsDay: TrackStatsDay;
  Viewer: ViewerModel;
  Listen: ListenModel;
  ListenConnection: ListenConnectionModel;
  ListenEdge: Omit<ListenEdge, 'node'> & { node: ResolversParentTypes['Listen'] };
  ReportPlaybackInput: ReportPlaybackInput;
  ReportPlaybackPayload: Omit<ReportPlaybackPayload, 'playback'> & { playback?: Maybe<ResolversParentTypes['PlaybackState']> };
  PlaybackState: PlaybackStateModel;
  Device: DeviceModel;
  QueueEntry: QueueEntryModel;
  QueueEntryConnection: QueueEntryConnectionModel;
  QueueEntryEdge: Omit<QueueEntryEdge, 'node'> & { node: ResolversParentTypes['QueueEntry'] };
  RegisterDeviceInput: RegisterDeviceInput;
  RegisterDevicePayload: Omit<RegisterDevicePayload, 'device'> & { device?: Maybe<ResolversParentTypes['Device']> };
  PlayCommand: PlayCommand;
  SeekCommand: SeekCommand;
  TransferCommand: TransferCommand;
  ControlPlaybackInput: ControlPlaybackInput;
  ControlPlaybackPayload: Omit<ControlPlaybackPayload, 'playback'> & { playback?: Maybe<ResolversParentTypes['PlaybackState']> };
  EnqueueTracksInput: EnqueueTracksInput;
  EnqueueTracksPayload: Omit<EnqueueTracksPayload, 'playback'> & { playback?: Maybe<ResolversParentTypes['PlaybackState']> };
  RemoveFromQueueInput: RemoveFromQueueInput;
  RemoveFromQueuePayload: Omit<RemoveFromQueuePayload, 'playback'> & { playback?: Maybe<ResolversParentTypes['PlaybackState']> };
  Playlist: PlaylistModel;
  PlaylistItem: PlaylistItemModel;
  PlaylistItemConnection: PlaylistItemConnectionModel;
  PlaylistItemEdge: Omit<PlaylistItemEdge, 'node'> & { node: ResolversParentTypes['PlaylistItem'] };
  CreatePlaylistInput: CreatePlaylistInput;
  CreatePlaylistPayload: Omit<CreatePlaylistPayload, 'playlist'> & { playlist?: Maybe<ResolversParentTypes['Playlist']> };
  AddToPlaylistInput: AddToPlaylistInput;
  AddToPlaylistPayload: Omit<AddToPlaylistPayload, 'playlist'> & { playlist?: Maybe<ResolversParentTypes['Playlist']> };
  MovePlaylistItemInput: MovePlaylistItemInput;
  MovePlaylistItemPayload: Omit<MovePlaylistItemPayload, 'playlist'> & { playlist?: Maybe<ResolversParentTypes['Playlist']> };
  RemovePlaylistItemInput: RemovePlaylistItemInput;
  RemovePlaylistItemPayload: Omit<RemovePlaylistItemPayload, 'playlist'> & { playlist?: Maybe<ResolversParentTypes['Playlist']> };
  UpdatePlaylistInput: UpdatePlaylistInput;
  UpdatePlaylistPayload: Omit<UpdatePlaylistPayload, 'playlist'> & { playlist?: Maybe<ResolversParentTypes['Playlist']> };
  DeletePlaylistInput: DeletePlaylistInput;
  DeletePlaylistPayload: DeletePlaylistPayload;
  TrackProcessing: TrackProcessingModel;
  Float: Scalars['Float']['output'];
  ProcessingFailure: ProcessingFailure;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  User: UserModel;
  Download: Download;
  SecretLink: SecretLink;
  CreateSecretLinkInput: CreateSecretLinkInput;
  CreateSecretLinkPayload: CreateSecretLinkPayload;
  Waveform: Waveform;
  Loudness: LoudnessModel;
  Stream: StreamModel;
  StreamRendition: StreamRendition;
  RenewStreamInput: RenewStreamInput;
  RenewStreamPayload: Omit<RenewStreamPayload, 'stream'> & { stream?: Maybe<ResolversParentTypes['Stream']> };
  Track: TrackModel;
  TrackConnection: TrackConnectionModel;
  TrackEdge: Omit<TrackEdge, 'node'> & { node: ResolversParentTypes['Track'] };
  TrackFilter: TrackFilter;
  CreateTrackInput: CreateTrackInput;
  CreateTrackPayload: Omit<CreateTrackPayload, 'track'> & { track?: Maybe<ResolversParentTypes['Track']> };
  UpdateTrackInput: UpdateTrackInput;
  UpdateTrackPayload: Omit<UpdateTrackPayload, 'track'> & { track?: Maybe<ResolversParentTypes['Track']> };
  DeleteTrackInput: DeleteTrackInput;
  DeleteTrackPayload: DeleteTrackPayload;
  Upload: UploadModel;
  UploadRefusal: UploadRefusal;
  CreateUploadInput: CreateUploadInput;
  CreateUploadPayload: Omit<CreateUploadPayload, 'upload'> & { upload?: Maybe<ResolversParentTypes['Upload']> };
  String: Scalars['String']['output'];
};

export type AccessDirectiveArgs = {
  level: Scalars['String']['input'];
  scopes?: Maybe<ReadonlyArray<Scalars['String']['input']>>;
  rule?: Maybe<Scalars['String']['input']>;
};

export type AccessDirectiveResolver<Result, Parent, ContextType = TracksContext, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LiveDirectiveArgs = {
  share?: Scalars['String']['input'];
  policy?: Scalars['String']['input'];
  cursorArg?: Maybe<Scalars['String']['input']>;
  topicArg?: Maybe<Scalars['String']['input']>;
  admission?: Maybe<Scalars['String']['input']>;
};

export type LiveDirectiveResolver<Result, Parent, ContextType = TracksContext, Args = LiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ViewerDirectiveArgs = { };

export type ViewerDirectiveResolver<Result, Parent, ContextType = TracksContext, Args = ViewerDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export interface ByteCountScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ByteCount'], any> {
  name: 'ByteCount';
}

export type NodeResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Device' | 'Playlist' | 'User' | 'Track' | 'Upload', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type ImageResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType, RequireFields<ImageUrlArgs, 'size'>>;
};

export type TrackStatsResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['TrackStats'] = ResolversParentTypes['TrackStats']> = {
  plays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  uniqueListeners?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  averageListenedMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  daily?: Resolver<ReadonlyArray<ResolversTypes['TrackStatsDay']>, ParentType, ContextType>;
};

export type TrackStatsDayResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['TrackStatsDay'] = ResolversParentTypes['TrackStatsDay']> = {
  date?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  plays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer'], FederationReferenceType extends FederationReferenceTypes['Viewer'] = FederationReferenceTypes['Viewer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Viewer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  playback?: Resolver<Maybe<ResolversTypes['PlaybackState']>, ParentType, ContextType>;
  listeningHistory?: Resolver<Maybe<ResolversTypes['ListenConnection']>, ParentType, ContextType, Partial<ViewerListeningHistoryArgs>>;
};

export type ListenResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['Listen'] = ResolversParentTypes['Listen']> = {
  playedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  track?: Resolver<ResolversTypes['Track'], ParentType, ContextType>;
};

export type ListenConnectionResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['ListenConnection'] = ResolversParentTypes['ListenConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Listen']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ListenEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ListenEdgeResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['ListenEdge'] = ResolversParentTypes['ListenEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Listen'], ParentType, ContextType>;
};

export type ReportPlaybackPayloadResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['ReportPlaybackPayload'] = ResolversParentTypes['ReportPlaybackPayload']> = {
  playback?: Resolver<Maybe<ResolversTypes['PlaybackState']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PlaybackStateResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['PlaybackState'] = ResolversParentTypes['PlaybackState']> = {
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isPlaying?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  positionMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  repeat?: Resolver<ResolversTypes['RepeatMode'], ParentType, ContextType>;
  shuffle?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  volume?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  track?: Resolver<Maybe<ResolversTypes['Track']>, ParentType, ContextType>;
  activeDevice?: Resolver<Maybe<ResolversTypes['Device']>, ParentType, ContextType>;
  queue?: Resolver<ResolversTypes['QueueEntryConnection'], ParentType, ContextType, Partial<PlaybackStateQueueArgs>>;
};

export type DeviceResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['Device'] = ResolversParentTypes['Device'], FederationReferenceType extends FederationReferenceTypes['Device'] = FederationReferenceTypes['Device']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Device']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DeviceKind'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueueEntryResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['QueueEntry'] = ResolversParentTypes['QueueEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  track?: Resolver<Maybe<ResolversTypes['Track']>, ParentType, ContextType>;
};

export type QueueEntryConnectionResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['QueueEntryConnection'] = ResolversParentTypes['QueueEntryConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['QueueEntry']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['QueueEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type QueueEntryEdgeResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['QueueEntryEdge'] = ResolversParentTypes['QueueEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['QueueEntry'], ParentType, ContextType>;
};

export type RegisterDevicePayloadResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['RegisterDevicePayload'] = ResolversParentTypes['RegisterDevicePayload']> = {
  device?: Resolver<Maybe<ResolversTypes['Device']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ControlPlaybackPayloadResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['ControlPlaybackPayload'] = ResolversParentTypes['ControlPlaybackPayload']> = {
  playback?: Resolver<Maybe<ResolversTypes['PlaybackState']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EnqueueTracksPayloadResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['EnqueueTracksPayload'] = ResolversParentTypes['EnqueueTracksPayload']> = {
  playback?: Resolver<Maybe<ResolversTypes['PlaybackState']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemoveFromQueuePayloadResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['RemoveFromQueuePayload'] = ResolversParentTypes['RemoveFromQueuePayload']> = {
  playback?: Resolver<Maybe<ResolversTypes['PlaybackState']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PlaylistResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['Playlist'] = ResolversParentTypes['Playlist'], FederationReferenceType extends FederationReferenceTypes['Playlist'] = FederationReferenceTypes['Playlist']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Playlist']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PlaylistKind'], ParentType, ContextType>;
  visibility?: Resolver<ResolversTypes['TrackVisibility'], ParentType, ContextType>;
  durationMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  artwork?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  items?: Resolver<ResolversTypes['PlaylistItemConnection'], ParentType, ContextType, Partial<PlaylistItemsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlaylistItemResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['PlaylistItem'] = ResolversParentTypes['PlaylistItem']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  track?: Resolver<ResolversTypes['Track'], ParentType, ContextType>;
};

export type PlaylistItemConnectionResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['PlaylistItemConnection'] = ResolversParentTypes['PlaylistItemConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['PlaylistItem']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['PlaylistItemEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PlaylistItemEdgeResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['PlaylistItemEdge'] = ResolversParentTypes['PlaylistItemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PlaylistItem'], ParentType, ContextType>;
};

export type CreatePlaylistPayloadResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['CreatePlaylistPayload'] = ResolversParentTypes['CreatePlaylistPayload']> = {
  playlist?: Resolver<Maybe<ResolversTypes['Playlist']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AddToPlaylistPayloadResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['AddToPlaylistPayload'] = ResolversParentTypes['AddToPlaylistPayload']> = {
  playlist?: Resolver<Maybe<ResolversTypes['Playlist']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MovePlaylistItemPayloadResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['MovePlaylistItemPayload'] = ResolversParentTypes['MovePlaylistItemPayload']> = {
  playlist?: Resolver<Maybe<ResolversTypes['Playlist']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemovePlaylistItemPayloadResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['RemovePlaylistItemPayload'] = ResolversParentTypes['RemovePlaylistItemPayload']> = {
  playlist?: Resolver<Maybe<ResolversTypes['Playlist']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdatePlaylistPayloadResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['UpdatePlaylistPayload'] = ResolversParentTypes['UpdatePlaylistPayload']> = {
  playlist?: Resolver<Maybe<ResolversTypes['Playlist']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeletePlaylistPayloadResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['DeletePlaylistPayload'] = ResolversParentTypes['DeletePlaylistPayload']> = {
  deletedPlaylistId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TrackProcessingResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['TrackProcessing'] = ResolversParentTypes['TrackProcessing']> = {
  state?: Resolver<ResolversTypes['ProcessingState'], ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['ProcessingFailure']>, ParentType, ContextType>;
};

export type ProcessingFailureResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['ProcessingFailure'] = ResolversParentTypes['ProcessingFailure']> = {
  code?: Resolver<ResolversTypes['ProcessingFailureCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  upload?: Resolver<Maybe<ResolversTypes['Upload']>, ParentType, ContextType, RequireFields<QueryUploadArgs, 'id'>>;
  track?: Resolver<Maybe<ResolversTypes['Track']>, ParentType, ContextType, RequireFields<QueryTrackArgs, 'id'>>;
  trackBySecretLink?: Resolver<Maybe<ResolversTypes['Track']>, ParentType, ContextType, RequireFields<QueryTrackBySecretLinkArgs, 'secret'>>;
  playlist?: Resolver<Maybe<ResolversTypes['Playlist']>, ParentType, ContextType, RequireFields<QueryPlaylistArgs, 'id'>>;
  searchTracks?: Resolver<Maybe<ResolversTypes['TrackConnection']>, ParentType, ContextType, RequireFields<QuerySearchTracksArgs, 'query'>>;
};

export type MutationResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createUpload?: Resolver<ResolversTypes['CreateUploadPayload'], ParentType, ContextType, RequireFields<MutationCreateUploadArgs, 'input'>>;
  createTrack?: Resolver<ResolversTypes['CreateTrackPayload'], ParentType, ContextType, RequireFields<MutationCreateTrackArgs, 'input'>>;
  updateTrack?: Resolver<ResolversTypes['UpdateTrackPayload'], ParentType, ContextType, RequireFields<MutationUpdateTrackArgs, 'input'>>;
  deleteTrack?: Resolver<ResolversTypes['DeleteTrackPayload'], ParentType, ContextType, RequireFields<MutationDeleteTrackArgs, 'input'>>;
  createSecretLink?: Resolver<ResolversTypes['CreateSecretLinkPayload'], ParentType, ContextType, RequireFields<MutationCreateSecretLinkArgs, 'input'>>;
  createPlaylist?: Resolver<ResolversTypes['CreatePlaylistPayload'], ParentType, ContextType, RequireFields<MutationCreatePlaylistArgs, 'input'>>;
  addToPlaylist?: Resolver<ResolversTypes['AddToPlaylistPayload'], ParentType, ContextType, RequireFields<MutationAddToPlaylistArgs, 'input'>>;
  movePlaylistItem?: Resolver<ResolversTypes['MovePlaylistItemPayload'], ParentType, ContextType, RequireFields<MutationMovePlaylistItemArgs, 'input'>>;
  removePlaylistItem?: Resolver<ResolversTypes['RemovePlaylistItemPayload'], ParentType, ContextType, RequireFields<MutationRemovePlaylistItemArgs, 'input'>>;
  updatePlaylist?: Resolver<ResolversTypes['UpdatePlaylistPayload'], ParentType, ContextType, RequireFields<MutationUpdatePlaylistArgs, 'input'>>;
  deletePlaylist?: Resolver<ResolversTypes['DeletePlaylistPayload'], ParentType, ContextType, RequireFields<MutationDeletePlaylistArgs, 'input'>>;
  registerDevice?: Resolver<ResolversTypes['RegisterDevicePayload'], ParentType, ContextType, RequireFields<MutationRegisterDeviceArgs, 'input'>>;
  controlPlayback?: Resolver<ResolversTypes['ControlPlaybackPayload'], ParentType, ContextType, RequireFields<MutationControlPlaybackArgs, 'input'>>;
  enqueueTracks?: Resolver<ResolversTypes['EnqueueTracksPayload'], ParentType, ContextType, RequireFields<MutationEnqueueTracksArgs, 'input'>>;
  removeFromQueue?: Resolver<ResolversTypes['RemoveFromQueuePayload'], ParentType, ContextType, RequireFields<MutationRemoveFromQueueArgs, 'input'>>;
  reportPlayback?: Resolver<ResolversTypes['ReportPlaybackPayload'], ParentType, ContextType, RequireFields<MutationReportPlaybackArgs, 'input'>>;
  renewStream?: Resolver<ResolversTypes['RenewStreamPayload'], ParentType, ContextType, RequireFields<MutationRenewStreamArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  trackProcessing?: SubscriptionResolver<ResolversTypes['Track'], "trackProcessing", ParentType, ContextType, RequireFields<SubscriptionTrackProcessingArgs, 'trackId'>>;
  playbackState?: SubscriptionResolver<ResolversTypes['PlaybackState'], "playbackState", ParentType, ContextType>;
};

export type UserResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  feedUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  tracks?: Resolver<Maybe<ResolversTypes['TrackConnection']>, ParentType, ContextType, Partial<UserTracksArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DownloadResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['Download'] = ResolversParentTypes['Download']> = {
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  filename?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  byteSize?: Resolver<ResolversTypes['ByteCount'], ParentType, ContextType>;
  contentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SecretLinkResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['SecretLink'] = ResolversParentTypes['SecretLink']> = {
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CreateSecretLinkPayloadResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['CreateSecretLinkPayload'] = ResolversParentTypes['CreateSecretLinkPayload']> = {
  secretLink?: Resolver<Maybe<ResolversTypes['SecretLink']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WaveformResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['Waveform'] = ResolversParentTypes['Waveform']> = {
  peaks?: Resolver<ReadonlyArray<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type LoudnessResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['Loudness'] = ResolversParentTypes['Loudness']> = {
  integratedLufs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  truePeakDbtp?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type StreamResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['Stream'] = ResolversParentTypes['Stream']> = {
  hlsUrl?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  dashUrl?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  renditions?: Resolver<ReadonlyArray<ResolversTypes['StreamRendition']>, ParentType, ContextType>;
  gainDb?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type StreamRenditionResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['StreamRendition'] = ResolversParentTypes['StreamRendition']> = {
  codec?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bitrateKbps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sampleRate?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  encoderDelaySamples?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endPaddingSamples?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RenewStreamPayloadResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['RenewStreamPayload'] = ResolversParentTypes['RenewStreamPayload']> = {
  stream?: Resolver<Maybe<ResolversTypes['Stream']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TrackResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['Track'] = ResolversParentTypes['Track'], FederationReferenceType extends FederationReferenceTypes['Track'] = FederationReferenceTypes['Track']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Track']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  durationMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  artist?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  artwork?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  isHidden?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  genre?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tags?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  visibility?: Resolver<ResolversTypes['TrackVisibility'], ParentType, ContextType>;
  licence?: Resolver<ResolversTypes['TrackLicence'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  releaseAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  processing?: Resolver<ResolversTypes['TrackProcessing'], ParentType, ContextType>;
  waveform?: Resolver<Maybe<ResolversTypes['Waveform']>, ParentType, ContextType, RequireFields<TrackWaveformArgs, 'samples'>>;
  loudness?: Resolver<Maybe<ResolversTypes['Loudness']>, ParentType, ContextType>;
  playCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isDownloadable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  download?: Resolver<Maybe<ResolversTypes['Download']>, ParentType, ContextType>;
  stats?: Resolver<Maybe<ResolversTypes['TrackStats']>, ParentType, ContextType, RequireFields<TrackStatsArgs, 'days'>>;
  stream?: Resolver<Maybe<ResolversTypes['Stream']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TrackConnectionResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['TrackConnection'] = ResolversParentTypes['TrackConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Track']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['TrackEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type TrackEdgeResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['TrackEdge'] = ResolversParentTypes['TrackEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Track'], ParentType, ContextType>;
};

export type CreateTrackPayloadResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['CreateTrackPayload'] = ResolversParentTypes['CreateTrackPayload']> = {
  track?: Resolver<Maybe<ResolversTypes['Track']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateTrackPayloadResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['UpdateTrackPayload'] = ResolversParentTypes['UpdateTrackPayload']> = {
  track?: Resolver<Maybe<ResolversTypes['Track']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteTrackPayloadResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['DeleteTrackPayload'] = ResolversParentTypes['DeleteTrackPayload']> = {
  deletedTrackId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UploadResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['Upload'] = ResolversParentTypes['Upload'], FederationReferenceType extends FederationReferenceTypes['Upload'] = FederationReferenceTypes['Upload']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Upload']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['UploadState'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['UploadRefusal']>, ParentType, ContextType>;
  receivedBytes?: Resolver<ResolversTypes['ByteCount'], ParentType, ContextType>;
  byteSize?: Resolver<ResolversTypes['ByteCount'], ParentType, ContextType>;
  ownerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['UploadPurpose'], ParentType, ContextType>;
  filename?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  imageId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  contentType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  aid?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  width?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  height?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UploadRefusalResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['UploadRefusal'] = ResolversParentTypes['UploadRefusal']> = {
  code?: Resolver<ResolversTypes['UploadRefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateUploadPayloadResolvers<ContextType = TracksContext, ParentType extends ResolversParentTypes['CreateUploadPayload'] = ResolversParentTypes['CreateUploadPayload']> = {
  upload?: Resolver<Maybe<ResolversTypes['Upload']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = TracksContext> = {
  DateTime?: GraphQLScalarType;
  URL?: GraphQLScalarType;
  ByteCount?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  TrackStats?: TrackStatsResolvers<ContextType>;
  TrackStatsDay?: TrackStatsDayResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Listen?: ListenResolvers<ContextType>;
  ListenConnection?: ListenConnectionResolvers<ContextType>;
  ListenEdge?: ListenEdgeResolvers<ContextType>;
  ReportPlaybackPayload?: ReportPlaybackPayloadResolvers<ContextType>;
  PlaybackState?: PlaybackStateResolvers<ContextType>;
  Device?: DeviceResolvers<ContextType>;
  QueueEntry?: QueueEntryResolvers<ContextType>;
  QueueEntryConnection?: QueueEntryConnectionResolvers<ContextType>;
  QueueEntryEdge?: QueueEntryEdgeResolvers<ContextType>;
  RegisterDevicePayload?: RegisterDevicePayloadResolvers<ContextType>;
  ControlPlaybackPayload?: ControlPlaybackPayloadResolvers<ContextType>;
  EnqueueTracksPayload?: EnqueueTracksPayloadResolvers<ContextType>;
  RemoveFromQueuePayload?: RemoveFromQueuePayloadResolvers<ContextType>;
  Playlist?: PlaylistResolvers<ContextType>;
  PlaylistItem?: PlaylistItemResolvers<ContextType>;
  PlaylistItemConnection?: PlaylistItemConnectionResolvers<ContextType>;
  PlaylistItemEdge?: PlaylistItemEdgeResolvers<ContextType>;
  CreatePlaylistPayload?: CreatePlaylistPayloadResolvers<ContextType>;
  AddToPlaylistPayload?: AddToPlaylistPayloadResolvers<ContextType>;
  MovePlaylistItemPayload?: MovePlaylistItemPayloadResolvers<ContextType>;
  RemovePlaylistItemPayload?: RemovePlaylistItemPayloadResolvers<ContextType>;
  UpdatePlaylistPayload?: UpdatePlaylistPayloadResolvers<ContextType>;
  DeletePlaylistPayload?: DeletePlaylistPayloadResolvers<ContextType>;
  TrackProcessing?: TrackProcessingResolvers<ContextType>;
  ProcessingFailure?: ProcessingFailureResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Download?: DownloadResolvers<ContextType>;
  SecretLink?: SecretLinkResolvers<ContextType>;
  CreateSecretLinkPayload?: CreateSecretLinkPayloadResolvers<ContextType>;
  Waveform?: WaveformResolvers<ContextType>;
  Loudness?: LoudnessResolvers<ContextType>;
  Stream?: StreamResolvers<ContextType>;
  StreamRendition?: StreamRenditionResolvers<ContextType>;
  RenewStreamPayload?: RenewStreamPayloadResolvers<ContextType>;
  Track?: TrackResolvers<ContextType>;
  TrackConnection?: TrackConnectionResolvers<ContextType>;
  TrackEdge?: TrackEdgeResolvers<ContextType>;
  CreateTrackPayload?: CreateTrackPayloadResolvers<ContextType>;
  UpdateTrackPayload?: UpdateTrackPayloadResolvers<ContextType>;
  DeleteTrackPayload?: DeleteTrackPayloadResolvers<ContextType>;
  Upload?: UploadResolvers<ContextType>;
  UploadRefusal?: UploadRefusalResolvers<ContextType>;
  CreateUploadPayload?: CreateUploadPayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = TracksContext> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
  live?: LiveDirectiveResolver<any, any, ContextType>;
  viewer?: ViewerDirectiveResolver<any, any, ContextType>;
};
