import type { Transaction } from '@veza/postgres';
import { and, count, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import type { InviteWriter } from '../../application/ports/community.ts';
import { community, invite } from '../tables.ts';

/** Invites within one transaction. */
export function postgresInviteWriter(tx: Transaction): InviteWriter {
  const isOpen = (code: string, now: Date) =>
    and(
      eq(invite.code, code),
      or(isNull(invite.maxUses), lt(invite.uses, invite.maxUses)),
      or(isNull(invite.expiresAt), gt(invite.expiresAt, now)),
    );

  return {
    async create(made, { creatorId, createdAt }) {
      await tx.insert(invite).values({ ...made, creatorId, createdAt });
    },

    async count(communityId) {
      const [row] = await tx.select({ invites: count() }).from(invite).where(eq(invite.communityId, communityId));
      return row?.invites ?? 0;
    },

    async find(communityId, code) {
      const [row] = await tx
        .select()
        .from(invite)
        .where(and(eq(invite.code, code), eq(invite.communityId, communityId)));
      if (!row) return undefined;
      const { creatorId, createdAt: _createdAt, ...found } = row;
      return { invite: found, creatorId };
    },

    async delete(code) {
      await tx.delete(invite).where(eq(invite.code, code));
    },

    async findOpen(code, now) {
      const [row] = await tx
        .select({ communityId: invite.communityId })
        .from(invite)
        .innerJoin(community, and(eq(community.id, invite.communityId), isNull(community.deletedAt)))
        .where(isOpen(code, now));
      return row?.communityId;
    },

    async use(code, now) {
      const used = await tx
        .update(invite)
        .set({ uses: sql`${invite.uses} + 1` })
        .where(isOpen(code, now))
        .returning({ code: invite.code });
      return used.length > 0;
    },
  };
}
