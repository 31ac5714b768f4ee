import { type SQL, sql } from 'drizzle-orm';
import { type Overwrite, type Standing } from '../../domain/permissions.ts';
import { idOf, optionalInstant } from '../id-columns.ts';

/** Kinds of target that an overwrite has, as Postgres keeps them. Numbers are never reused. */
export const OVERWRITE_TARGET = { ROLE: 1, MEMBER: 2 } as const;

/** What decides the permissions of one member; `bigint` columns arrive as text. */
export interface StandingRow extends Record<string, unknown> {
  readonly access_epoch: string;
  readonly is_owner: boolean;
  readonly everyone: string;
  readonly timed_out_until: string | null;
  readonly roles: readonly { readonly id: string; readonly permissions: string; readonly position: number }[];
}

/** An overwrite that concerns the member of the same row. */
export interface OverwriteRow {
  readonly kind: number;
  readonly id: string;
  readonly allow: string;
  readonly deny: string;
}

/** Memberships `m` with their community `k`, its scope `s` and its everyone-role `r`. Deleted communities have none. */
export const standingTables: SQL = sql`
  member m join community k on k.id = m.community_id and k.deleted_at is null join scope s on s.id = k.id join role r on r.id = k.id`;

/** What is read of `standingTables`. */
export const standingColumns: SQL = sql`
  s.access_epoch, k.owner_id = m.user_id as is_owner, r.permissions as everyone, m.timed_out_until,
  (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'permissions', x.permissions::text, 'position', x.position) order by x.position), '[]')
   from member_role g join role x on x.id = g.role_id where g.community_id = m.community_id and g.user_id = m.user_id) as roles`;

/** Overwrites of channel `c`, or of the parent of a thread, that concern the member of `standing st`. */
export const overwriteColumn: SQL = sql`
  (select coalesce(jsonb_agg(jsonb_build_object('kind', w.target_kind, 'id', w.target_id, 'allow', w.allow::text, 'deny', w.deny::text)), '[]')
   from overwrite w
   where w.channel_id = coalesce(c.parent_id, c.id) and (
     w.target_kind = ${OVERWRITE_TARGET.ROLE} and (w.target_id = c.community_id or st.roles @> jsonb_build_array(jsonb_build_object('id', w.target_id)))
     or w.target_kind = ${OVERWRITE_TARGET.MEMBER} and w.target_id = st.user_id)) as overwrites`;

/** The end of a time-out that has not ended at `now`. */
export function openTimeOut(row: Pick<StandingRow, 'timed_out_until'>, now: Date): Date | null {
  const until = optionalInstant(row.timed_out_until);
  return until !== null && until > now ? until : null;
}

/** A row as the permission algorithm wants it. */
export function toStanding(row: StandingRow, now: Date): Standing {
  return {
    isOwner: row.is_owner,
    everyone: BigInt(row.everyone),
    roles: row.roles.map(({ id, permissions }) => ({ id: idOf('role', id), permissions: BigInt(permissions) })),
    isTimedOut: openTimeOut(row, now) !== null,
  };
}

/** Highest position among the member's roles; 0 with the everyone-role alone. */
export function rankOf({ roles }: Pick<StandingRow, 'roles'>): number {
  return Math.max(0, ...roles.map(({ position }) => position));
}

/** An overwrite as the permission algorithm wants it. @param everyoneId uuid of the community, which is that of its everyone-role */
export function toOverwrite({ kind, id, allow, deny }: OverwriteRow, everyoneId: string): Overwrite {
  const target = targetOf(kind, id, everyoneId);
  return { target, allow: BigInt(allow), deny: BigInt(deny) };
}

function targetOf(kind: number, id: string, everyoneId: string): Overwrite['target'] {
  if (kind === OVERWRITE_TARGET.MEMBER) return { kind: 'member' };
  return id === everyoneId ? { kind: 'everyone' } : { kind: 'role', roleId: idOf('role', id) };
}
