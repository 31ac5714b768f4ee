import type { TrackCard, TrackId } from '../../domain/track-card.ts';

/** What chat knows of tracks. */
export interface TrackCatalogue {
  /** Undefined when there is no such track, or nobody could say. */
  find(trackId: TrackId): Promise<TrackCard | undefined>;
}
