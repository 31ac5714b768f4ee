import type { Clock, RandomBytes } from '@veza/kernel';
import type { Database, Transaction } from '@veza/postgres';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { mediaKeyChanges } from '../../domain/stream/media-key-rotation.ts';
import { MAX_TOKEN_SECONDS, type MediaScope } from '@veza/media-token';
import { openSecret, sealSecret } from './sealed-secret.ts';
import { mediaKey } from '../tables.ts';

/** A key of a ring with its secret. */
export interface MediaKey {
  readonly kid: string;
  readonly state: 'next' | 'current' | 'previous';
  /** 32 bytes. */
  readonly secret: Uint8Array;
}

/** Where the rings are kept. */
export interface PostgresMediaKeysOptions {
  readonly database: Database;
  /** Secrets in the database are encrypted with it; 32 bytes. */
  readonly sealingKey: Uint8Array;
  readonly clock: Clock;
  readonly random: RandomBytes;
}

/** The key rings in the database. */
export interface PostgresMediaKeys {
  read(scope: MediaScope): Promise<readonly MediaKey[]>;
  /** Makes, turns and deletes keys as it is time. Of several processes one does it. Answers how many keys changed. */
  keep(scope: MediaScope): Promise<number>;
}

const SECRET_BYTES = 32;
const KID_BYTES = 4;
const nameOf = (scope: MediaScope, kid: string) => `media_key ${scope} ${kid}`;

/** Key rings for media tokens, one for each scope. */
export function postgresMediaKeys({ database, sealingKey, clock, random }: PostgresMediaKeysOptions): PostgresMediaKeys {
  const setState = (tx: Transaction, scope: MediaScope, from: 'next' | 'current', to: 'current' | 'previous') =>
    tx
      .update(mediaKey)
      .set({ state: to, since: clock() })
      .where(and(eq(mediaKey.scope, scope), eq(mediaKey.state, from)));

  const make = async (tx: Transaction, scope: MediaScope, state: 'next' | 'current') => {
    const kid = Buffer.from(random(KID_BYTES)).toString('hex');
    const sealedSecret = sealSecret(sealingKey, random(SECRET_BYTES), nameOf(scope, kid), random);
    await tx.insert(mediaKey).values({ scope, kid, sealedSecret, state, since: clock() });
  };

  return {
    async read(scope) {
      const rows = await database.select().from(mediaKey).where(eq(mediaKey.scope, scope));
      return rows.map(({ kid, state, sealedSecret }) => ({ kid, state, secret: openSecret(sealingKey, sealedSecret, nameOf(scope, kid)) }));
    },

    keep: (scope) =>
      database.transaction(async (tx) => {
        await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`veza media keys ${scope}`}, 0))`);
        const keys = await tx.select().from(mediaKey).where(eq(mediaKey.scope, scope));
        const { deletedKids, isRotationDue, missing } = mediaKeyChanges(keys, clock(), MAX_TOKEN_SECONDS);
        if (deletedKids.length > 0) {
          await tx.delete(mediaKey).where(and(eq(mediaKey.scope, scope), inArray(mediaKey.kid, [...deletedKids])));
        }
        if (isRotationDue) {
          await setState(tx, scope, 'current', 'previous');
          await setState(tx, scope, 'next', 'current');
        }
        for (const state of missing) await make(tx, scope, state);
        return deletedKids.length + missing.length + (isRotationDue ? 2 : 0);
      }),
  };
}
