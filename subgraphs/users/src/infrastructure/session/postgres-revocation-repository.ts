import type { Revocation, RevocationSource } from '@veza/auth';
import { type Clock, type RandomBytes, toTypeId, toUuid, uuidv7 } from '@veza/kernel';
import type { Queryable } from '@veza/postgres';
import { and, asc, gt, gte } from 'drizzle-orm';
import type { RevocationRepository } from '../../application/session/ports.ts';
import { revocations } from '../tables.ts';

type Row = typeof revocations.$inferSelect;

function subjectOf(revocation: Revocation): Pick<Row, 'kind' | 'subject' | 'minAuthVersion'> {
  return revocation.kind === 'session'
    ? { kind: 'session', subject: toUuid('session', revocation.sessionId), minAuthVersion: null }
    : { kind: 'user', subject: toUuid('user', revocation.userId), minAuthVersion: revocation.minAuthVersion };
}

function revocationOf({ kind, subject, minAuthVersion, notBefore, expiresAt }: Row): Revocation {
  const span = { revokedAt: notBefore, expiresAt };
  return kind === 'session'
    ? { ...span, kind, sessionId: toTypeId('session', subject) as `session_${string}` }
    : { ...span, kind, userId: toTypeId('user', subject) as `user_${string}`, minAuthVersion: minAuthVersion ?? 0 };
}

/** Revocations in Postgres. */
export function postgresRevocationRepository(
  database: Queryable,
  { clock, random }: { readonly clock: Clock; readonly random: RandomBytes },
): RevocationRepository & RevocationSource {
  return {
    async add(added) {
      if (added.length === 0) return;
      await database.insert(revocations).values(
        added.map((revocation) => ({
          id: uuidv7(clock(), random),
          ...subjectOf(revocation),
          notBefore: revocation.revokedAt,
          expiresAt: revocation.expiresAt,
        })),
      );
    },
    async revokedSince(since) {
      const rows = await database
        .select()
        .from(revocations)
        .where(and(gte(revocations.notBefore, since), gt(revocations.expiresAt, clock())))
        .orderBy(asc(revocations.notBefore));
      return rows.map(revocationOf);
    },
  };
}
