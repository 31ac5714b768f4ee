import type { EntityLookup } from '@veza/graphql';
import type { Clock } from '@veza/kernel';
import type { Database } from '@veza/postgres';
import type { Log } from '@veza/telemetry';
import { eq } from 'drizzle-orm';
import type { TrackCatalogue } from '../../application/ports/track.ts';
import type { TrackCard, TrackId } from '../../domain/track-card.ts';
import { trackCard } from '../tables.ts';

interface Dependencies {
  readonly database: Database;
  /** The tracks subgraph. */
  readonly tracks: EntityLookup;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Track cards from the owner's events. What they would refuse is asked of the owner once, because an event may still be on its way;
 * what they allow is believed.
 */
export function postgresTrackCatalogue({ database, tracks, clock, log }: Dependencies): TrackCatalogue {
  const known = async (trackId: TrackId): Promise<TrackCard | undefined> => {
    const [row] = await database.select().from(trackCard).where(eq(trackCard.trackId, trackId));
    if (!row) return undefined;
    const isReleased = row.releaseAt === null || row.releaseAt <= clock();
    return { trackId, isPlayable: row.isPlayable && isReleased, durationMs: row.durationMs };
  };

  const askOwner = async (trackId: TrackId): Promise<TrackCard | undefined> => {
    try {
      const [track] = await tracks.findMany('Track', [trackId], 'id visibility durationMs processing { state }');
      return track ? cardOf(trackId, track) : undefined;
    } catch (error) {
      log.warn('chat.track-lookup-failed', { trackId, error });
      return undefined;
    }
  };

  return {
    async find(trackId) {
      const card = await known(trackId);
      return card?.isPlayable ? card : askOwner(trackId);
    },
  };
}

/** An answer of another subgraph is looked at member by member. */
function cardOf(trackId: TrackId, track: Readonly<Record<string, unknown>>): TrackCard {
  const { visibility, durationMs, processing } = track;
  const isOpen = visibility === 'PUBLIC' || visibility === 'UNLISTED';
  const state = typeof processing === 'object' && processing !== null && 'state' in processing ? processing.state : undefined;
  return { trackId, isPlayable: isOpen && state === 'READY', durationMs: typeof durationMs === 'number' ? durationMs : null };
}
