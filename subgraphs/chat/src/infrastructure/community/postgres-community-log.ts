import { type Database, uuid, uuids } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { CommunityLog } from '../../application/ports/community-log.ts';
import { COMMUNITY_EVENT_CODES, type CommunityChange, type CommunityEvent } from '../../domain/event/community-event.ts';
import { idOf } from '../id-columns.ts';

interface HeadRow extends Record<string, unknown> {
  readonly id: string;
  readonly last_seq: string;
  readonly floor_seq: string;
  readonly access_epoch: string;
  readonly log_epoch: string;
}

interface EventRow extends Record<string, unknown> {
  readonly seq: string;
  readonly kind: number;
  readonly subject_id: string | null;
  readonly access_epoch: string;
  readonly occurred_at: string;
}

/** The logs of communities in Postgres. That of a deleted community still tells of its end. */
export function postgresCommunityLog(database: Database): CommunityLog {
  return {
    async heads(communityIds) {
      const rows = await database.execute<HeadRow>(sql`
        select k.id, k.last_seq, k.floor_seq, s.access_epoch, (select log_epoch from log_origin) as log_epoch
        from community k join scope s on s.id = k.id
        where k.id = any(${uuids('community', communityIds)})`);
      return new Map(
        rows.map((row) => [
          idOf('community', row.id),
          {
            lastSeq: Number(row.last_seq),
            floorSeq: Number(row.floor_seq),
            accessEpoch: Number(row.access_epoch),
            logEpoch: row.log_epoch,
          },
        ]),
      );
    },

    async read(communityId, afterSeq, limit) {
      const rows = await database.execute<EventRow>(sql`
        select seq, kind, subject_id, access_epoch, occurred_at from community_event
        where community_id = ${uuid('community', communityId)} and seq > ${afterSeq}::bigint order by seq limit ${limit}`);
      return rows.map(toEvent);
    },
  };
}

function toEvent(row: EventRow): CommunityEvent {
  return { ...changeOf(row), seq: Number(row.seq), accessEpoch: Number(row.access_epoch), occurredAt: new Date(row.occurred_at) };
}

function changeOf({ kind: code, subject_id: subject }: EventRow): CommunityChange {
  const [kind] = Object.entries(COMMUNITY_EVENT_CODES).find(([, known]) => known === code) ?? [];
  if (kind === undefined) throw new Error(`unknown kind of entry ${code} in the log of a community`);
  if (kind !== 'MEMBER') return { kind: kind as 'COMMUNITY' | 'CHANNELS' | 'ROLES' };
  return { kind, userId: idOf('user', subject ?? '') };
}
