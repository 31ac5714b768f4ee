import type { Database, Transaction } from '@veza/postgres';
import { inArray } from 'drizzle-orm';
import type { PresenceChoiceReader, PresenceChoiceWriter } from '../../application/ports/presence.ts';
import { PRESENCE_MODE_CODES, presenceModeOf } from '../../domain/presence.ts';
import { presenceChoice } from '../tables.ts';

/** How people want to be seen, kept in Postgres: who is invisible stays so over every restart. */
export function postgresPresenceChoiceReader(database: Database): PresenceChoiceReader {
  return {
    async find(userIds) {
      if (userIds.length === 0) return new Map();
      const rows = await database
        .select()
        .from(presenceChoice)
        .where(inArray(presenceChoice.userId, [...userIds]));
      return new Map(rows.map(({ userId, mode, statusText }) => [userId, { mode: presenceModeOf(mode), statusText }]));
    },
  };
}

/** The same within one transaction, to be changed. */
export function postgresPresenceChoiceWriter(tx: Transaction): PresenceChoiceWriter {
  return {
    async set(userId, { mode, statusText }) {
      const choice = { mode: PRESENCE_MODE_CODES[mode], statusText };
      await tx
        .insert(presenceChoice)
        .values({ userId, ...choice })
        .onConflictDoUpdate({ target: presenceChoice.userId, set: choice });
    },
  };
}
