import type { Queryable, Transaction } from '@veza/postgres';
import { asc, eq } from 'drizzle-orm';
import type { AutoModReader, AutoModWriter } from '../../application/ports/auto-mod.ts';
import type { AutoModRule, AutoModTrigger } from '../../domain/auto-mod/auto-mod-rule.ts';
import { idOf } from '../id-columns.ts';
import { autoModRule } from '../tables.ts';
import { toUuid } from '@veza/kernel';

/** Rules from Postgres. */
export function postgresAutoModReader(queryable: Queryable): AutoModReader {
  return {
    async list(communityId) {
      const rows = await queryable
        .select()
        .from(autoModRule)
        .where(eq(autoModRule.communityId, communityId))
        .orderBy(asc(autoModRule.createdAt), asc(autoModRule.id));
      return rows.map(toRule);
    },

    async find(ruleId) {
      const [row] = await queryable.select().from(autoModRule).where(eq(autoModRule.id, ruleId));
      return row && toRule(row);
    },
  };
}

/** Rules within one transaction, under the community's lock. */
export function postgresAutoModWriter(tx: Transaction): AutoModWriter {
  return {
    ...postgresAutoModReader(tx),

    async create(rule, createdAt) {
      await tx.insert(autoModRule).values({ ...toRow(rule), createdAt });
    },

    async update(rule) {
      await tx.update(autoModRule).set(toRow(rule)).where(eq(autoModRule.id, rule.id));
    },

    async delete(ruleId) {
      await tx.delete(autoModRule).where(eq(autoModRule.id, ruleId));
    },
  };
}

function toRow({ timeOutSeconds, exemptRoleIds, exemptChannelIds, keywords, patterns, allowedDomains, ...rule }: AutoModRule) {
  return {
    ...rule,
    keywords: [...keywords],
    patterns: [...patterns],
    allowedDomains: [...allowedDomains],
    timeOutS: timeOutSeconds,
    exemptRoleIds: exemptRoleIds.map((id) => toUuid('role', id)),
    exemptChannelIds: exemptChannelIds.map((id) => toUuid('channel', id)),
  };
}

function toRule(row: typeof autoModRule.$inferSelect): AutoModRule {
  const { trigger, timeOutS, exemptRoleIds, exemptChannelIds, createdAt: _createdAt, ...rule } = row;
  return {
    ...rule,
    trigger: trigger as AutoModTrigger,
    timeOutSeconds: timeOutS,
    exemptRoleIds: exemptRoleIds.map((id) => idOf('role', id)),
    exemptChannelIds: exemptChannelIds.map((id) => idOf('channel', id)),
  };
}
