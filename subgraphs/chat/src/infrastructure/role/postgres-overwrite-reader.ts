import { type Queryable, uuids } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { OverwriteReader } from '../../application/ports/role.ts';
import type { ChannelOverwrite, OverwriteTarget } from '../../domain/overwrite.ts';
import { OVERWRITE_TARGET, type OverwriteRow } from '../community/standing-rows.ts';
import { grouped } from '../grouped.ts';
import { idOf } from '../id-columns.ts';

interface ChannelOverwriteRow extends OverwriteRow, Record<string, unknown> {
  readonly channel_id: string;
}

/** Overwrites from Postgres, those of any number of channels in one statement. */
export function postgresOverwriteReader(queryable: Queryable): OverwriteReader {
  return {
    async find(channelIds) {
      const rows = await queryable.execute<ChannelOverwriteRow>(sql`
        select channel_id, target_kind as kind, target_id as id, allow::text, deny::text from overwrite
        where channel_id = any(${uuids('channel', channelIds)}) order by channel_id, target_kind, target_id`);
      const byChannel = grouped(rows, (row) => idOf('channel', row.channel_id));
      return new Map(Array.from(byChannel, ([channelId, overwrites]) => [channelId, overwrites.map(toChannelOverwrite)] as const));
    },
  };
}

function toChannelOverwrite({ kind, id, allow, deny }: OverwriteRow): ChannelOverwrite {
  const target: OverwriteTarget =
    kind === OVERWRITE_TARGET.MEMBER ? { kind: 'member', userId: idOf('user', id) } : { kind: 'role', roleId: idOf('role', id) };
  return { target, allow: BigInt(allow), deny: BigInt(deny) };
}
