import { type Id, toUuid } from '@veza/kernel';
import type { Database } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { GrantLog } from '../../application/play/ports.ts';
import type { MediaRequest } from '@veza/media-token';

/** What was granted and sent, on its way to the database. */
export interface EvidenceLog extends GrantLog {
  /** Notes a media file that is sent; only segments of sound count. */
  recordDelivery(request: MediaRequest, at: Date): void;
  /** Writes what was noted. Answers how many rows. */
  flush(): Promise<number>;
}

const SEGMENT = /-(\d{5,})\.m4s$/;
/** Notes that are kept when the database is away; more are dropped, and their listens are not plays. */
const MAX_NOTES = 100_000;

interface Grant {
  readonly userId: Id<'user'>;
  readonly trackId: Id<'track'>;
  readonly at: Date;
}

interface Delivery {
  readonly lid: string;
  readonly aid: string;
  readonly segment: number;
  readonly at: Date;
}

/**
 * Evidence that listens happened, gathered in memory and written together: a player asks for a segment every few seconds, and no request waits
 * for a note about it. What a killed process had not written is at most a second's.
 */
export function evidenceLog(database: Database): EvidenceLog {
  let grants = new Map<string, Grant>();
  let deliveries = new Map<string, Delivery>();
  const put = <Note>(notes: Map<string, Note>, key: string, note: Note) => {
    if (notes.size < MAX_NOTES || notes.has(key)) notes.set(key, note);
  };

  const noteGrant = (note: Grant) => put(grants, `${note.userId} ${note.trackId}`, note);
  const noteDelivery = (note: Delivery) => put(deliveries, `${note.lid} ${note.aid} ${note.segment}`, note);

  async function writeGrants(rows: readonly Grant[]): Promise<void> {
    if (rows.length === 0) return;
    const notes = rows.map(({ userId, trackId, at }) => ({
      user_id: toUuid('user', userId),
      track_id: toUuid('track', trackId),
      granted_at: at,
    }));
    await database.execute(sql`
      insert into stream_grant select * from jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) as note (user_id uuid, track_id uuid, granted_at timestamptz)
      on conflict (user_id, track_id) do update set granted_at = greatest(stream_grant.granted_at, excluded.granted_at)`);
  }

  async function writeDeliveries(rows: readonly Delivery[]): Promise<void> {
    if (rows.length === 0) return;
    const notes = rows.map(({ at, ...note }) => ({ ...note, delivered_at: at }));
    await database.execute(sql`
      insert into media_delivery select * from jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) as note (lid text, aid text, segment int, delivered_at timestamptz)
      on conflict (lid, aid, segment) do update set delivered_at = greatest(media_delivery.delivered_at, excluded.delivered_at)`);
  }

  return {
    recordGrant: (userId, trackId, at) => noteGrant({ userId, trackId, at }),
    recordDelivery({ token: { lid }, aid, file }, at) {
      const segment = SEGMENT.exec(file)?.[1];
      if (segment !== undefined) noteDelivery({ lid, aid, segment: Number(segment), at });
    },
    async flush() {
      const [granted, delivered] = [[...grants.values()], [...deliveries.values()]];
      [grants, deliveries] = [new Map(), new Map()];
      try {
        await writeGrants(granted);
        await writeDeliveries(delivered);
      } catch (error) {
        for (const note of granted) noteGrant(note);
        for (const note of delivered) noteDelivery(note);
        throw error;
      }
      return granted.length + delivered.length;
    },
  };
}
