/** Why a playlist was not made or changed. `path` starts inside `input`. */
export interface PlaylistFailure {
  readonly code: 'INVALID' | 'NOT_FOUND' | 'NOT_PERMITTED' | 'PLAYLIST_FULL' | 'LIMIT_REACHED' | 'UPLOAD_NOT_READY';
  readonly path: readonly string[];
}
