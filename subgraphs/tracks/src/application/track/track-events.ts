import type { EventRecorder } from '@veza/messaging';
import type { TracksEvents } from '@veza/schema/events';
import { publishedAt, type Track } from '../../domain/track.ts';

type Told = Pick<Track, 'id' | 'artistId' | 'title' | 'visibility' | 'revision' | 'readyAt' | 'releaseAt' | 'isHidden'> & {
  readonly durationMs: number | null;
};

/** Tells others who may see a track and what it is called. */
export async function recordTrackChanged(events: EventRecorder<TracksEvents>, track: Told): Promise<void> {
  const { id, artistId, title, revision, readyAt, releaseAt, durationMs } = track;
  const facts: TracksEvents['tracks.track-changed.v1'] = {
    trackId: id,
    artistId,
    title,
    visibility: track.isHidden ? 'PRIVATE' : track.visibility,
    isReady: readyAt !== null,
    durationMs,
    releaseAt: releaseAt?.toISOString() ?? null,
  };
  await events.record('tracks.track-changed.v1', id, revision, facts);
}

/** Whether everybody is to be told of a track now: it can be heard, it is public, and nobody was told before. */
export function isToBeAnnounced(
  track: Pick<Track, 'isAnnounced' | 'readyAt' | 'releaseAt' | 'visibility' | 'isHidden'>,
  now: Date,
): boolean {
  return !track.isAnnounced && publishedAt(track, now) !== null && track.visibility === 'PUBLIC' && !track.isHidden;
}

/** Tells everybody that there is something new to hear; once in the life of a track. */
export async function recordTrackPublished(events: EventRecorder<TracksEvents>, { id, artistId, title, revision }: Told): Promise<void> {
  await events.record('tracks.track-published.v1', id, revision, { trackId: id, artistId, title });
}
