import type { Database } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { AccessReader } from '../../application/ports/access.ts';
import { channelKindOf, type ChannelId } from '../../domain/channel.ts';
import type { ChannelAccess, CommunityAccess, LogHead } from '../../domain/channel-access.ts';
import type { CommunityId } from '../../domain/community.ts';
import { channelPermissions } from '../../domain/permissions.ts';
import { communityAccessColumns, type CommunityAccessRow, communityAccessTables, toCommunityAccess } from './community-access-rows.ts';
import { idOf, optionalIdOf, uuid, uuids } from '../sql-ids.ts';

interface ChannelAccessRow extends Record<string, unknown> {
  readonly id: string;
  readonly community_id: string;
  readonly category_id: string | null;
  readonly kind: number;
  readonly name: string;
  readonly topic: string | null;
  readonly position: number;
  readonly slow_mode_s: number;
  readonly access_epoch: string;
  readonly is_owner: boolean;
  readonly everyone: string;
  readonly log_epoch: string;
  readonly last_seq: string | null;
  readonly last_msg_no: string | null;
}

/** Access from Postgres: membership, permissions, their epoch and the head of the log in one snapshot. */
export function postgresAccessReader(database: Database): AccessReader {
  return {
    async channels(viewerId, channelIds): Promise<ReadonlyMap<ChannelId, ChannelAccess>> {
      if (channelIds.length === 0) return new Map();
      const rows = await database.execute<ChannelAccessRow>(sql`
        select c.id, c.community_id, c.category_id, c.kind, c.name, c.topic, c.position, c.slow_mode_s, s.access_epoch,
          k.owner_id = ${uuid('user', viewerId)} as is_owner, r.permissions as everyone, o.log_epoch, h.last_seq, h.last_msg_no
        from channel c
          join member m on m.community_id = c.community_id and m.user_id = ${uuid('user', viewerId)}
          join community k on k.id = c.community_id
          join role r on r.id = k.id
          join scope s on s.id = c.scope_id
          left join channel_head h on h.channel_id = c.id
          cross join log_origin o
        where c.id = any(${uuids('channel', channelIds)}) and c.deleted_at is null`);
      return new Map(rows.map(toChannelAccess).map((access) => [access.channel.id, access]));
    },

    async communities(viewerId, communityIds): Promise<ReadonlyMap<CommunityId, CommunityAccess>> {
      if (communityIds.length === 0) return new Map();
      const rows = await database.execute<CommunityAccessRow>(sql`
        select ${communityAccessColumns} from ${communityAccessTables}
        where m.user_id = ${uuid('user', viewerId)} and k.id = any(${uuids('community', communityIds)})`);
      return new Map(rows.map(toCommunityAccess).map((access) => [access.community.id, access]));
    },
  };
}

function toChannelAccess(row: ChannelAccessRow): ChannelAccess {
  const kind = channelKindOf(row.kind);
  const standing = { isOwner: row.is_owner, everyone: BigInt(row.everyone), roles: [], isTimedOut: false };
  return {
    channel: {
      id: idOf('channel', row.id),
      communityId: idOf('community', row.community_id),
      categoryId: optionalIdOf('channel', row.category_id),
      kind,
      name: row.name,
      topic: row.topic,
      position: row.position,
      slowModeSeconds: row.slow_mode_s,
    },
    accessEpoch: Number(row.access_epoch),
    permissions: channelPermissions(standing, { isAnnouncement: kind === 'ANNOUNCEMENT', overwrites: [] }),
    head: toHead(row),
  };
}

function toHead(row: ChannelAccessRow): LogHead | null {
  if (row.last_seq === null) return null;
  return { logEpoch: row.log_epoch, lastSeq: Number(row.last_seq), lastMessageNumber: Number(row.last_msg_no) };
}
