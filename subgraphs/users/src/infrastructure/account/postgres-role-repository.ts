import type { Queryable } from '@veza/postgres';
import { asc, eq } from 'drizzle-orm';
import type { RoleRepository } from '../../application/account/ports.ts';
import { roleGrants } from '../tables.ts';

/** Roles of the house in Postgres. */
export function postgresRoleRepository(database: Queryable): RoleRepository {
  return {
    async list(userId) {
      const rows = await database
        .select({ role: roleGrants.role })
        .from(roleGrants)
        .where(eq(roleGrants.userId, userId))
        .orderBy(asc(roleGrants.grantedAt), asc(roleGrants.role));
      return rows.map(({ role }) => role);
    },
    async grant(userId, role, grantedAt) {
      const written = await database
        .insert(roleGrants)
        .values({ userId, role, grantedAt })
        .onConflictDoNothing()
        .returning({ role: roleGrants.role });
      return written.length > 0;
    },
  };
}
