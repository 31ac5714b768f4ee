import { toId } from '@veza/kernel';
import type { EventEnvelope } from '@veza/messaging';
import type { Transaction } from '@veza/postgres';
import type { TracksEvents } from '@veza/schema/events';
import { lt, sql } from 'drizzle-orm';
import { trackCard } from '../tables.ts';

/** Topics that change what chat knows of tracks. */
export const TRACK_TOPICS = ['tracks.track-changed.v1', 'tracks.track-deleted.v1'] as const satisfies readonly (keyof TracksEvents)[];

type TrackChanged = TracksEvents['tracks.track-changed.v1'];
type Card = Omit<typeof trackCard.$inferInsert, 'trackId' | 'revision'>;

const GONE: Card = { isPlayable: false, durationMs: null, releaseAt: null };

/** Keeps a track's card as its owner says; an event older than the card changes nothing. */
export async function onTrackChanged(tx: Transaction, event: EventEnvelope): Promise<void> {
  const { trackId } = event.data as { readonly trackId: string };
  const card = event.topic === 'tracks.track-deleted.v1' ? GONE : cardOf(event.data as TrackChanged);
  const { revision } = event;
  await tx
    .insert(trackCard)
    .values({ trackId: toId('track', trackId), ...card, revision })
    .onConflictDoUpdate({
      target: trackCard.trackId,
      set: { ...card, revision },
      setWhere: lt(trackCard.revision, sql`excluded.revision`),
    });
}

function cardOf({ visibility, isReady, durationMs, releaseAt }: TrackChanged): Card {
  return { isPlayable: isReady && visibility !== 'PRIVATE', durationMs, releaseAt: releaseAt === null ? null : new Date(releaseAt) };
}
