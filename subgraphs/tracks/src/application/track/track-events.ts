import type { EventRecorder } from '@veza/messaging';
import type { TracksEvents } from '@veza/schema/events';
import type { Track } from '../../domain/track.ts';

type Told = Pick<Track, 'id' | 'artistId' | 'title' | 'visibility' | 'revision' | 'isAnnounced'> & {
  readonly publishedAt: Date | null;
  readonly durationMs: number | null;
};

/** Tells others who may see a track and what it is called. */
export async function recordTrackChanged(events: EventRecorder<TracksEvents>, track: Told): Promise<void> {
  const { id, artistId, title, visibility, revision, publishedAt, durationMs } = track;
  const facts = { trackId: id, artistId, title, visibility, isReady: publishedAt !== null, durationMs, releaseAt: null };
  await events.record('tracks.track-changed.v1', id, revision, facts);
}

/** Whether everybody is to be told of a track now: it can be heard, it is public, and nobody was told before. */
export function isToBeAnnounced({
  isAnnounced,
  publishedAt,
  visibility,
}: Pick<Told, 'isAnnounced' | 'publishedAt' | 'visibility'>): boolean {
  return !isAnnounced && publishedAt !== null && visibility === 'PUBLIC';
}

/** Tells everybody that there is something new to hear; once in the life of a track. */
export async function recordTrackPublished(events: EventRecorder<TracksEvents>, { id, artistId, title, revision }: Told): Promise<void> {
  await events.record('tracks.track-published.v1', id, revision, { trackId: id, artistId, title });
}
