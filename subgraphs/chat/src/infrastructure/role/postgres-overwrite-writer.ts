import { type Transaction, uuid, uuids } from '@veza/postgres';
import { type SQL, sql } from 'drizzle-orm';
import type { OverwriteWriter } from '../../application/ports/role.ts';
import type { OverwriteTarget } from '../../domain/overwrite.ts';
import { OVERWRITE_TARGET } from '../community/standing-rows.ts';
import { idOf } from '../id-columns.ts';
import { postgresOverwriteReader } from './postgres-overwrite-reader.ts';

/** Overwrites within one transaction, under the community's lock. */
export function postgresOverwriteWriter(tx: Transaction): OverwriteWriter {
  return {
    ...postgresOverwriteReader(tx),

    async set(channelIds, target, { allow, deny }) {
      await tx.execute(sql`
        insert into overwrite (channel_id, target_kind, target_id, allow, deny)
        select channel_id, ${kindOf(target)}::smallint, ${idOfTarget(target)}, ${String(allow)}::bigint, ${String(deny)}::bigint
        from unnest(${uuids('channel', channelIds)}) as channel_id
        on conflict (channel_id, target_kind, target_id) do update set allow = excluded.allow, deny = excluded.deny`);
    },

    async remove(channelIds, target) {
      await tx.execute(sql`
        delete from overwrite where channel_id = any(${uuids('channel', channelIds)})
          and target_kind = ${kindOf(target)}::smallint and target_id = ${idOfTarget(target)}`);
    },

    async syncedWith(categoryId) {
      const category = uuid('channel', categoryId);
      const rows = await tx.execute<{ id: string }>(sql`
        select c.id from channel c
        where c.category_id = ${category} and c.deleted_at is null
          and (select coalesce(jsonb_agg(to_jsonb(w) - 'channel_id' order by w.target_kind, w.target_id), '[]') from overwrite w where w.channel_id = c.id)
            = (select coalesce(jsonb_agg(to_jsonb(w) - 'channel_id' order by w.target_kind, w.target_id), '[]') from overwrite w where w.channel_id = ${category})`);
      return rows.map(({ id }) => idOf('channel', id));
    },

    async copy(from, to) {
      await tx.execute(sql`
        insert into overwrite (channel_id, target_kind, target_id, allow, deny)
        select ${uuid('channel', to)}, target_kind, target_id, allow, deny from overwrite where channel_id = ${uuid('channel', from)}`);
    },
  };
}

function kindOf(target: OverwriteTarget): number {
  return target.kind === 'role' ? OVERWRITE_TARGET.ROLE : OVERWRITE_TARGET.MEMBER;
}

function idOfTarget(target: OverwriteTarget): SQL {
  return target.kind === 'role' ? uuid('role', target.roleId) : uuid('user', target.userId);
}
