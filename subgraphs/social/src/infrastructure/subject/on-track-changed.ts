import type { Id } from '@veza/kernel';
import type { EventEnvelope } from '@veza/messaging';
import type { Transaction } from '@veza/postgres';
import type { TracksEvents } from '@veza/schema/events';
import { keepSubject } from './known-subject-row.ts';

/** Keeps who may see a track, and how long it is. */
export async function onTrackChanged(
  tx: Transaction,
  { data, revision }: EventEnvelope<TracksEvents['tracks.track-changed.v1']>,
): Promise<void> {
  await keepSubject(tx, {
    id: data.trackId as Id<'track'>,
    kind: 'TRACK',
    ownerId: data.artistId as Id<'user'>,
    visibility: data.visibility,
    isReady: data.isReady,
    releaseAt: data.releaseAt === null ? null : new Date(data.releaseAt),
    durationMs: data.durationMs,
    isDeleted: false,
    revision,
  });
}
