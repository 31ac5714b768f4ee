import { toId } from '@veza/kernel';
import { carriedOut } from './carried-out.ts';
import { viewerOf } from './context.ts';
import type { CreateAutoModRuleInput, Resolvers, UpdateAutoModRuleInput } from './generated.ts';

/** Rules about what members may write. */
export const autoModResolvers: Resolvers = {
  Mutation: {
    async createAutoModRule(_root, { input }, context) {
      const { communityId, trigger, reason } = input;
      const named = { actorId: viewerOf(context), communityId: toId('community', communityId), trigger, reason };
      const created = await context.chat.createAutoModRule({ ...NOTHING_SAID, ...settings(input), ...named });
      return carriedOut(context, created, { empty: { rule: null }, fields: (rule) => ({ rule }) });
    },
    async updateAutoModRule(_root, { input }, context) {
      const { ruleId, reason } = input;
      const command = { actorId: viewerOf(context), ruleId: toId('automod', ruleId), reason, changes: settings(input) };
      const updated = await context.chat.updateAutoModRule(command);
      return carriedOut(context, updated, { empty: { rule: null }, fields: (rule) => ({ rule }) });
    },
    async deleteAutoModRule(_root, { input: { ruleId, reason } }, context) {
      const deleted = await context.chat.deleteAutoModRule({ actorId: viewerOf(context), ruleId: toId('automod', ruleId), reason });
      return carriedOut(context, deleted, { empty: { deletedRuleId: null }, fields: (deletedRuleId) => ({ deletedRuleId }) });
    },
  },
  Community: { autoModRules: (access, _args, { chat }) => chat.listAutoModRules(access) },
};

/** A rule that says only what it looks for. */
const NOTHING_SAID = {
  name: '',
  isEnabled: true,
  keywords: [],
  patterns: [],
  allowedDomains: [],
  mentionLimit: 0,
  timeOutSeconds: 0,
  exemptRoleIds: [],
  exemptChannelIds: [],
} as const;

type Given = Pick<UpdateAutoModRuleInput, keyof CreateAutoModRuleInput & keyof UpdateAutoModRuleInput>;

/** The settings that were named. */
function settings({
  name,
  isEnabled,
  keywords,
  patterns,
  allowedDomains,
  mentionLimit,
  timeOutSeconds,
  exemptRoleIds,
  exemptChannelIds,
}: Given) {
  return {
    ...said('name', name),
    ...said('isEnabled', isEnabled),
    ...said('keywords', keywords),
    ...said('patterns', patterns),
    ...said('allowedDomains', allowedDomains),
    ...said('mentionLimit', mentionLimit),
    ...said('timeOutSeconds', timeOutSeconds),
    ...said(
      'exemptRoleIds',
      exemptRoleIds?.map((id) => toId('role', id)),
    ),
    ...said(
      'exemptChannelIds',
      exemptChannelIds?.map((id) => toId('channel', id)),
    ),
  };
}

/** A member of an object where there is a value. */
function said<Key extends string, Value>(key: Key, value: Value | null | undefined): { readonly [K in Key]?: Value } {
  return value == null ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });
}
