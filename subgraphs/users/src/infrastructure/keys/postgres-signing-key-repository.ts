import type { Queryable } from '@veza/postgres';
import { eq, ne, sql } from 'drizzle-orm';
import type { SigningKeyRepository } from '../../application/keys/ports.ts';
import { signingKeys } from '../tables.ts';

/** Signing keys in Postgres. `lock` lasts until the transaction ends, so it needs one. */
export function postgresSigningKeyRepository(database: Queryable): SigningKeyRepository {
  return {
    async lock() {
      await database.execute(sql`select pg_advisory_xact_lock(hashtextextended('veza signing keys', 0))`);
      return database.select({ kid: signingKeys.kid, state: signingKeys.state, stateSince: signingKeys.stateSince }).from(signingKeys);
    },
    async add({ sealedPrivateJwk, ...key }) {
      await database.insert(signingKeys).values({ ...key, privateCt: sealedPrivateJwk });
    },
    async move(kid, state, stateSince) {
      const wiped = state === 'active' || state === 'pending' ? {} : { privateCt: null };
      await database
        .update(signingKeys)
        .set({ state, stateSince, ...wiped })
        .where(eq(signingKeys.kid, kid));
    },
    async remove(kid) {
      await database.delete(signingKeys).where(eq(signingKeys.kid, kid));
    },
    async findActive() {
      const [row] = await database.select().from(signingKeys).where(eq(signingKeys.state, 'active'));
      if (!row?.privateCt) return undefined;
      return { kid: row.kid, state: 'active', publicJwk: row.publicJwk, sealedPrivateJwk: row.privateCt, stateSince: row.stateSince };
    },
    async listPublished() {
      const rows = await database.select({ publicJwk: signingKeys.publicJwk }).from(signingKeys).where(ne(signingKeys.state, 'retired'));
      return rows.map(({ publicJwk }) => publicJwk);
    },
  };
}
