import type { Clock } from '@veza/kernel';
import { type Queryable, uuid, uuids } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { AccessReader } from '../../application/ports/access.ts';
import { canView } from '../../domain/channel-access.ts';
import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import { departureOf, type StreamEndReason } from '../../domain/event/stream-end.ts';
import { idOf } from '../id-columns.ts';
import { conversationAccessQuery, type ConversationAccessRow, toConversationAccess } from '../conversation/conversation-access-rows.ts';
import { channelAccessQuery, type ChannelAccessRow, toChannelAccess } from './channel-access-rows.ts';
import { communityAccessColumns, type CommunityAccessRow, toCommunityAccess } from './community-access-rows.ts';
import { standingTables } from './standing-rows.ts';

interface DepartureRow extends Record<string, unknown> {
  readonly user_id: string;
  readonly is_community_deleted: boolean;
  readonly is_channel_deleted: boolean;
  readonly kind: number | null;
}

/** Access from Postgres: membership, permissions, their epoch and the head of the log in one snapshot. Time-outs end by the clock. */
export function postgresAccessReader({ database, clock }: { readonly database: Queryable; readonly clock: Clock }): AccessReader {
  /** What is in no community of theirs may be a conversation. */
  const conversations = async (userIds: readonly UserId[], channelIds: readonly ChannelId[]): Promise<readonly ConversationAccessRow[]> =>
    channelIds.length === 0 ? [] : database.execute<ConversationAccessRow>(conversationAccessQuery(userIds, channelIds));

  return {
    async channels(viewerId, channelIds) {
      if (channelIds.length === 0) return new Map();
      const rows = await database.execute<ChannelAccessRow>(channelAccessQuery(uuids('user', [viewerId]), uuids('channel', channelIds)));
      const now = clock();
      const found = new Map(rows.map((row) => [idOf('channel', row.id), toChannelAccess(row, now)]));
      const others = await conversations(
        [viewerId],
        channelIds.filter((id) => !found.has(id)),
      );
      for (const row of others) found.set(idOf('channel', row.id), toConversationAccess(row));
      return found;
    },

    async communities(viewerId, communityIds) {
      if (communityIds.length === 0) return new Map();
      const rows = await database.execute<CommunityAccessRow>(sql`
        select ${communityAccessColumns} from ${standingTables}
        where m.user_id = ${uuid('user', viewerId)} and k.id = any(${uuids('community', communityIds)})`);
      const now = clock();
      return new Map(rows.map((row) => [idOf('community', row.id), toCommunityAccess(row, now)]));
    },

    async hiddenChannels(viewerId, communityId) {
      const channelIds = sql`array(select id from channel where community_id = ${uuid('community', communityId)})`;
      const rows = await database.execute<ChannelAccessRow>(channelAccessQuery(uuids('user', [viewerId]), channelIds, 'with'));
      const now = clock();
      return rows.filter((row) => !canView(toChannelAccess(row, now))).map((row) => idOf('channel', row.id));
    },

    async viewers(channelId, userIds) {
      const rows = await database.execute<ChannelAccessRow>(channelAccessQuery(uuids('user', userIds), uuids('channel', [channelId])));
      if (rows.length === 0)
        return new Map((await conversations(userIds, [channelId])).map((row) => [idOf('user', row.user_id), toConversationAccess(row)]));
      const now = clock();
      return new Map(rows.map((row) => [idOf('user', row.user_id), toChannelAccess(row, now)]));
    },

    async departures(channelId, userIds) {
      const rows = await database.execute<DepartureRow>(sql`
        select u.user_id, k.deleted_at is not null as is_community_deleted, c.deleted_at is not null as is_channel_deleted, d.kind
        from channel c
          join community k on k.id = c.community_id
          cross join unnest(${uuids('user', userIds)}) as u (user_id)
          left join member m on m.community_id = k.id and m.user_id = u.user_id
          left join departure d on d.community_id = k.id and d.user_id = u.user_id
        where c.id = ${uuid('channel', channelId)} and (m.user_id is null or k.deleted_at is not null or c.deleted_at is not null)`);
      return new Map(rows.map((row) => [idOf('user', row.user_id), reasonOf(row)]));
    },

    async departure(communityId, userId) {
      const [row] = await database.execute<DepartureRow>(sql`
        select d.user_id, k.deleted_at is not null as is_community_deleted, false as is_channel_deleted, d.kind
        from community k left join departure d on d.community_id = k.id and d.user_id = ${uuid('user', userId)}
        where k.id = ${uuid('community', communityId)}`);
      return row ? reasonOf(row) : 'COMMUNITY_DELETED';
    },
  };
}

/** A person who left before the channel or the community was deleted did not see that. */
function reasonOf({ kind, is_community_deleted: isCommunityDeleted, is_channel_deleted: isChannelDeleted }: DepartureRow): StreamEndReason {
  if (kind !== null) return departureOf(kind);
  if (isCommunityDeleted) return 'COMMUNITY_DELETED';
  return isChannelDeleted ? 'CHANNEL_DELETED' : 'LEFT';
}
