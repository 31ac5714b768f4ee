import { type Transaction, uuid } from '@veza/postgres';
import { and, asc, eq, gt, gte, sql } from 'drizzle-orm';
import type { RoleWriter } from '../../application/ports/role.ts';
import { OVERWRITE_TARGET } from '../community/standing-rows.ts';
import { postgresRoleReader } from './postgres-role-reader.ts';
import { memberRole, role } from '../tables.ts';

/** Roles within one transaction, under the community's lock. The unique positions are checked at the end of each statement. */
export function postgresRoleWriter(tx: Transaction): RoleWriter {
  return {
    ...postgresRoleReader(tx),

    list: (communityId) => tx.select().from(role).where(eq(role.communityId, communityId)).orderBy(asc(role.position)),

    async insert(made) {
      await tx
        .update(role)
        .set({ position: sql`${role.position} + 1` })
        .where(and(eq(role.communityId, made.communityId), gte(role.position, made.position)));
      await tx.insert(role).values(made);
    },

    async update({ id, name, color, permissions }) {
      await tx.update(role).set({ name, color, permissions }).where(eq(role.id, id));
    },

    async move({ id, communityId, position: from }, to) {
      const [low, high, step] = from < to ? [from, to, -1] : [to, from, 1];
      await tx.execute(sql`
        update role set position = case when id = ${uuid('role', id)} then ${to}::int else position + ${step}::int end
        where community_id = ${uuid('community', communityId)} and position between ${low}::int and ${high}::int`);
    },

    async delete({ id, communityId, position }) {
      await tx.execute(sql`delete from overwrite where target_kind = ${OVERWRITE_TARGET.ROLE} and target_id = ${uuid('role', id)}`);
      await tx.delete(role).where(eq(role.id, id));
      await tx
        .update(role)
        .set({ position: sql`${role.position} - 1` })
        .where(and(eq(role.communityId, communityId), gt(role.position, position)));
    },

    async assign(communityId, userId, roleId) {
      const added = await tx.insert(memberRole).values({ communityId, userId, roleId }).onConflictDoNothing().returning();
      return added.length > 0;
    },

    async unassign(communityId, userId, roleId) {
      const removed = await tx
        .delete(memberRole)
        .where(and(eq(memberRole.communityId, communityId), eq(memberRole.userId, userId), eq(memberRole.roleId, roleId)))
        .returning();
      return removed.length > 0;
    },
  };
}
