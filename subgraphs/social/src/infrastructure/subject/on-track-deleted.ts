import type { Id } from '@veza/kernel';
import type { EventEnvelope } from '@veza/messaging';
import type { Transaction } from '@veza/postgres';
import type { TracksEvents } from '@veza/schema/events';
import { keepSubject } from './known-subject-row.ts';

/** A track is gone: nothing about it is shown any more. */
export async function onTrackDeleted(
  tx: Transaction,
  { data, revision }: EventEnvelope<TracksEvents['tracks.track-deleted.v1']>,
): Promise<void> {
  await keepSubject(tx, {
    id: data.trackId as Id<'track'>,
    kind: 'TRACK',
    ownerId: data.artistId as Id<'user'>,
    visibility: 'PRIVATE',
    isReady: false,
    releaseAt: null,
    durationMs: null,
    isDeleted: true,
    revision,
  });
}
