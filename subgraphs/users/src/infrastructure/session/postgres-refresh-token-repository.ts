import type { Queryable } from '@veza/postgres';
import { and, eq } from 'drizzle-orm';
import type { RefreshTokenRepository } from '../../application/session/ports.ts';
import { refreshTokens } from '../tables.ts';

/** Refresh tokens in Postgres, by digest. A partial unique index allows one active token for each session. */
export function postgresRefreshTokenRepository(database: Queryable): RefreshTokenRepository {
  return {
    async add({ hash, sessionId, generation }) {
      await database.insert(refreshTokens).values({ tokenHash: hash, sessionId, generation, state: 'active' });
    },
    async find(hash) {
      const [row] = await database.select().from(refreshTokens).where(eq(refreshTokens.tokenHash, hash));
      if (!row) return undefined;
      return {
        sessionId: row.sessionId,
        state: row.state,
        rotatedAt: row.rotatedAt ?? undefined,
        retryKeyHash: row.retryKeyHash ?? undefined,
        sealedSuccessor: row.successorCt ?? undefined,
      };
    },
    async rotate(hash, { at, retryKeyHash, sealedSuccessor }) {
      const [row] = await database
        .update(refreshTokens)
        .set({ state: 'rotated', rotatedAt: at, retryKeyHash: retryKeyHash ?? null, successorCt: sealedSuccessor })
        .where(and(eq(refreshTokens.tokenHash, hash), eq(refreshTokens.state, 'active')))
        .returning({ sessionId: refreshTokens.sessionId, generation: refreshTokens.generation });
      return row;
    },
  };
}
