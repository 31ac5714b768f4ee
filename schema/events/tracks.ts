/** Facts that the tracks subgraph publishes. */
export interface TracksEvents {
  /** All bytes of an upload arrived and were accepted for its purpose. */
  'tracks.upload-completed.v1': {
    readonly uploadId: string;
    readonly ownerId: string;
    readonly purpose: string;
    readonly filename: string;
    readonly byteSize: number;
    readonly sha256: string;
    /** By signature. */
    readonly contentType: string;
    /** The picture that was made of it; only for ARTWORK and AVATAR. */
    readonly imageId?: string;
    /** Public key under which the file is served; only for CHAT_ATTACHMENT. */
    readonly aid?: string;
    /** Pixels, upright; only for a CHAT_ATTACHMENT that is a picture. */
    readonly width?: number;
    readonly height?: number;
  };
  /** Who may see a track, or what it is called, changed; also sent when it is made. One that moderators hid is told of as private. */
  'tracks.track-changed.v1': {
    readonly trackId: string;
    readonly artistId: string;
    readonly title: string;
    readonly visibility: 'PUBLIC' | 'UNLISTED' | 'PRIVATE';
    readonly isReady: boolean;
    readonly durationMs: number | null;
    readonly releaseAt: string | null;
  };
  /** A track can be heard by everybody for the first time. */
  'tracks.track-published.v1': { readonly trackId: string; readonly artistId: string; readonly title: string };
  /** What a playlist is called, who may see it or what is in it changed; also sent when it is made. */
  'tracks.playlist-changed.v1': {
    readonly playlistId: string;
    readonly ownerId: string;
    readonly kind: 'PLAYLIST' | 'ALBUM' | 'EP';
    readonly title: string;
    readonly visibility: 'PUBLIC' | 'UNLISTED' | 'PRIVATE';
  };
  /** A playlist is gone. */
  'tracks.playlist-deleted.v1': { readonly playlistId: string; readonly ownerId: string };
  /** Somebody's listen counts as a play. Key: the listen, which is decided once, so the revision is 1. */
  'tracks.track-played.v1': { readonly trackId: string; readonly artistId: string; readonly listenerId: string };
  /** A decision of moderators was carried out. Key: the case; revision: the number of the decision. */
  'tracks.moderation-applied.v1': { readonly caseId: string; readonly decisionNo: number };
  /** A track is gone. */
  'tracks.track-deleted.v1': { readonly trackId: string; readonly artistId: string };
}
