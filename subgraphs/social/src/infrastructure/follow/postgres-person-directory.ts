import type { EntityLookup } from '@veza/graphql';
import type { Database } from '@veza/postgres';
import { eq } from 'drizzle-orm';
import type { PersonDirectory } from '../../application/ports.ts';
import { knownUser } from '../tables.ts';

/** People from the projection; somebody whom it misses is asked of users once and kept. */
export function postgresPersonDirectory({
  database,
  users,
}: {
  readonly database: Database;
  readonly users: EntityLookup;
}): PersonDirectory {
  return {
    async exists(userId) {
      const known = await database.select().from(knownUser).where(eq(knownUser.id, userId));
      if (known.length > 0) return true;
      const [told] = await users.findMany('User', [userId], 'id username');
      if (!told) return false;
      await database.insert(knownUser).values({ id: userId }).onConflictDoNothing();
      return true;
    },
  };
}
