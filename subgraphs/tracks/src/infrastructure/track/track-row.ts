import { type Id, toTypeId } from '@veza/kernel';
import { type SQL, sql } from 'drizzle-orm';
import type { ProcessingFailureCode, ProcessingState } from '../../domain/audio/processing.ts';
import type { StreamRendition, Track, TrackAudio, TrackLicence, TrackVisibility } from '../../domain/track.ts';

/** A track together with its newest version and the one that is heard, as `TRACK_COLUMNS` selects it. */
export interface TrackRow extends Record<string, unknown> {
  readonly id: string;
  readonly artist_id: string;
  readonly title: string;
  readonly is_title_chosen: boolean;
  readonly description: string | null;
  readonly genre: string | null;
  readonly tags: readonly string[];
  readonly visibility: TrackVisibility;
  readonly licence: TrackLicence;
  readonly artwork_image_id: string | null;
  readonly play_count: number;
  readonly is_downloadable: boolean;
  readonly ready_at: Date | string | null;
  readonly release_at: Date | string | null;
  readonly is_announced: boolean;
  readonly hidden_at: Date | string | null;
  readonly revision: string;
  readonly created_at: Date | string;
  readonly state: ProcessingState;
  readonly progress: number;
  readonly failure_code: ProcessingFailureCode | null;
  readonly asset_id: string | null;
  readonly aid: string | null;
  readonly duration_ms: number | null;
  readonly integrated_lufs: number | null;
  readonly loudness_range_lu: number | null;
  readonly true_peak_dbtp: number | null;
  readonly waveform: Uint8Array | null;
  readonly renditions: readonly StreamRendition[] | null;
}

/** Columns of a `TrackRow`, of `track`, its newest version `newest` and the current one `heard`. */
export const TRACK_COLUMNS: SQL = sql.raw(`
  track.id, track.artist_id, track.title, track.is_title_chosen, track.description, track.genre, track.tags, track.visibility, track.licence,
  track.artwork_image_id, track.play_count, track.is_downloadable, track.ready_at, track.release_at, track.is_announced, track.hidden_at, track.revision, track.created_at,
  newest.state, newest.progress, newest.failure_code,
  heard.id as asset_id, heard.aid, heard.duration_ms, heard.integrated_lufs, heard.loudness_range_lu, heard.true_peak_dbtp, heard.waveform, heard.renditions`);

/** Joins the versions to `track`. */
export const TRACK_JOINS: SQL = sql.raw(`
  join asset newest on newest.id = track.newest_asset_id
  left join asset heard on heard.id = track.current_asset_id`);

const dateOf = (value: Date | string | null): Date | null => (value === null ? null : new Date(value));

function audioOf(row: TrackRow): TrackAudio | null {
  const { asset_id: assetId, aid, duration_ms: durationMs, waveform, renditions } = row;
  if (assetId === null || aid === null || durationMs === null || waveform === null || renditions === null) return null;
  return {
    assetId,
    aid,
    durationMs,
    loudness: { integratedLufs: row.integrated_lufs, loudnessRangeLu: row.loudness_range_lu, truePeakDbtp: row.true_peak_dbtp },
    waveform: new Int8Array(waveform.buffer, waveform.byteOffset, waveform.byteLength),
    renditions,
  };
}

/** A track from its row. */
export function trackOf(row: TrackRow): Track {
  return {
    id: toTypeId('track', row.id) as Id<'track'>,
    artistId: toTypeId('user', row.artist_id) as Id<'user'>,
    title: row.title,
    isTitleChosen: row.is_title_chosen,
    description: row.description,
    genre: row.genre,
    tags: row.tags,
    visibility: row.visibility,
    licence: row.licence,
    artworkImageId: row.artwork_image_id,
    playCount: row.play_count,
    isDownloadable: row.is_downloadable,
    readyAt: dateOf(row.ready_at),
    releaseAt: dateOf(row.release_at),
    isAnnounced: row.is_announced,
    isHidden: row.hidden_at !== null,
    revision: Number(row.revision),
    createdAt: new Date(row.created_at),
    processing: { state: row.state, progress: row.progress, failureCode: row.failure_code },
    audio: audioOf(row),
  };
}
