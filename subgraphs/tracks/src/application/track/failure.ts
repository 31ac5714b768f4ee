/** Why a track was not made or changed. `path` starts inside `input`. */
export interface TrackFailure {
  readonly code: 'INVALID' | 'NOT_FOUND' | 'UPLOAD_NOT_READY' | 'LIMIT_REACHED';
  readonly path: readonly string[];
}
