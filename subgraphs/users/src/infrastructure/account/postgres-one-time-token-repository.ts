import type { Queryable } from '@veza/postgres';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { OneTimeToken, OneTimeTokenRepository, TokenPurpose } from '../../application/account/ports.ts';
import { accounts, oneTimeTokens } from '../tables.ts';

const FIELDS = {
  hash: oneTimeTokens.tokenHash,
  userId: oneTimeTokens.userId,
  purpose: oneTimeTokens.purpose,
  email: oneTimeTokens.email,
  expiresAt: oneTimeTokens.expiresAt,
};

/** Unused, in time, for this purpose, and sent to the address that the account still has. */
const usable = (hash: Uint8Array, purpose: TokenPurpose, now: Date) =>
  and(
    eq(oneTimeTokens.tokenHash, hash),
    eq(oneTimeTokens.purpose, purpose),
    isNull(oneTimeTokens.usedAt),
    gt(oneTimeTokens.expiresAt, now),
    sql`exists (select from ${accounts} where ${accounts.id} = ${oneTimeTokens.userId} and ${accounts.email} = ${oneTimeTokens.email})`,
  );

/** Tokens of mails in Postgres, by digest. `replace` needs a transaction. */
export function postgresOneTimeTokenRepository(database: Queryable): OneTimeTokenRepository {
  return {
    async replace({ hash, ...token }) {
      await database
        .delete(oneTimeTokens)
        .where(and(eq(oneTimeTokens.userId, token.userId), eq(oneTimeTokens.purpose, token.purpose), isNull(oneTimeTokens.usedAt)));
      await database.insert(oneTimeTokens).values({ tokenHash: hash, ...token });
    },
    async find(hash, purpose, now): Promise<OneTimeToken | undefined> {
      const [row] = await database
        .select(FIELDS)
        .from(oneTimeTokens)
        .where(usable(hash, purpose, now));
      return row;
    },
    async use(hash, purpose, now): Promise<OneTimeToken | undefined> {
      const [row] = await database
        .update(oneTimeTokens)
        .set({ usedAt: now })
        .where(usable(hash, purpose, now))
        .returning(FIELDS);
      return row;
    },
  };
}
