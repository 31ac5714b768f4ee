import type { Queryable } from '@veza/postgres';
import { inArray } from 'drizzle-orm';
import type { RoleReader } from '../../application/ports/role.ts';
import { role } from '../tables.ts';

/** Roles from Postgres, any number in one statement. */
export function postgresRoleReader(queryable: Queryable): RoleReader {
  return {
    async findMany(roleIds) {
      const rows = await queryable
        .select()
        .from(role)
        .where(inArray(role.id, [...roleIds]));
      return new Map(rows.map((row) => [row.id, row]));
    },
  };
}
