import { err, ok, type Result } from '@veza/kernel';
import { type AuditAction, type AuditChanges, auditDraft, changesBetween } from '../../domain/audit.ts';
import type { AutoModRule, AutoModRuleId } from '../../domain/auto-mod/auto-mod-rule.ts';
import { can, type CommunityAccess } from '../../domain/channel-access.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';
import { type ChatFailure, limitReached, notFound } from '../../domain/failure.ts';
import type { Management } from '../management/management.ts';
import type { ChatRepositories } from '../ports/repositories.ts';
import type { RuleSources } from './guard-text.ts';
import { type RuleDescription, ruleDescription } from './rule-description.ts';

interface Actor {
  readonly actorId: UserId;
  readonly reason?: string | null | undefined;
}

/** A rule as its maker describes it. */
export interface CreateAutoModRuleCommand extends Actor, RuleDescription {
  readonly communityId: CommunityId;
}

/** What is to change in a rule. */
export interface UpdateAutoModRuleCommand extends Actor {
  readonly ruleId: AutoModRuleId;
  readonly changes: Partial<Omit<RuleDescription, 'trigger'>>;
}

/** Which rule goes. */
export interface DeleteAutoModRuleCommand extends Actor {
  readonly ruleId: AutoModRuleId;
}

interface Changed<T> {
  readonly value: T;
  /** Undefined when everything is so already. */
  readonly changes: AuditChanges | undefined;
}

export type AutoModUseCases = ReturnType<typeof autoModUseCases>;

/** Rules about what members may write. All need MANAGE_COMMUNITY. */
export function autoModUseCases({ perform, autoMod, compilePattern: compile, clock, newId, limits }: Management & RuleSources) {
  /** All patterns of a community together, whatever their rules: they are looked for in every message. */
  const areTooLarge = (rules: readonly AutoModRule[]): boolean => {
    const patterns = rules.flatMap((rule) => rule.patterns);
    return patterns.reduce((size, pattern) => size + (compile(pattern)?.size ?? 0), 0) > limits.patternSize;
  };

  /** Acts on a rule whose community the actor manages; to everybody else it does not exist. */
  const onRule = async <T>(
    { actorId, ruleId, reason }: DeleteAutoModRuleCommand,
    act: (repositories: ChatRepositories, rule: AutoModRule) => Promise<Result<Changed<T>, ChatFailure>>,
    action: AuditAction,
  ): Promise<Result<T, ChatFailure>> => {
    const communityId = (await autoMod.find(ruleId))?.communityId;
    if (!communityId) return err(notFound('ruleId'));
    return perform({
      actorId,
      reason,
      async admit(admit) {
        const admitted = await admit.toCommunity(actorId, communityId, { needed: 'MANAGE_COMMUNITY', path: 'ruleId' });
        return admitted.ok ? admitted : err(notFound('ruleId'));
      },
      async perform(repositories) {
        const rule = await repositories.autoMod.find(ruleId);
        if (!rule) return err(notFound('ruleId'));
        const done = await act(repositories, rule);
        if (!done.ok) return done;
        const { value, changes } = done.value;
        if (!changes) return ok({ value });
        const audit = auditDraft(action, { subjectId: ruleId, changes });
        return ok({ value, done: { audit, change: null, changesAccess: true } });
      },
    });
  };

  return {
    /** Rules of a community; empty without MANAGE_COMMUNITY. */
    listAutoModRules: async (access: CommunityAccess): Promise<readonly AutoModRule[]> =>
      can(access, 'MANAGE_COMMUNITY') ? autoMod.list(access.community.id) : [],

    /** Fails with NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED. */
    createAutoModRule: ({ actorId, reason, communityId, ...given }: CreateAutoModRuleCommand): Promise<Result<AutoModRule, ChatFailure>> =>
      perform({
        actorId,
        reason,
        admit: (admit) => admit.toCommunity(actorId, communityId, { needed: 'MANAGE_COMMUNITY' }),
        async perform({ autoMod: rules }) {
          const described = ruleDescription(given, limits, compile);
          if (!described.ok) return described;
          const others = await rules.list(communityId);
          if (others.length >= limits.autoModRules) return err(limitReached('communityId'));
          const rule: AutoModRule = { id: newId('automod'), communityId, ...described.value };
          if (areTooLarge([...others, rule])) return err(limitReached('patterns'));
          await rules.create(rule, clock());
          const changes = { name: [null, rule.name], trigger: [null, rule.trigger] } as const;
          const audit = auditDraft('AUTO_MOD_RULE_CREATED', { subjectId: rule.id, changes });
          return ok({ value: rule, done: { audit, change: null, changesAccess: true } });
        },
      }),

    /** Fails with NOT_FOUND (also without MANAGE_COMMUNITY), INVALID, LIMIT_REACHED. */
    updateAutoModRule: ({ changes, ...command }: UpdateAutoModRuleCommand): Promise<Result<AutoModRule, ChatFailure>> =>
      onRule(
        command,
        async ({ autoMod: rules }, rule) => {
          const described = ruleDescription({ ...rule, ...changes }, limits, compile);
          if (!described.ok) return described;
          const after = { ...rule, ...described.value };
          const others = (await rules.list(rule.communityId)).filter(({ id }) => id !== rule.id);
          if (areTooLarge([...others, after])) return err(limitReached('patterns'));
          const differing = changesBetween(facts(rule), facts(after));
          if (differing) await rules.update(after);
          return ok({ value: after, changes: differing });
        },
        'AUTO_MOD_RULE_UPDATED',
      ),

    /** Fails with NOT_FOUND (also without MANAGE_COMMUNITY), INVALID. */
    deleteAutoModRule: (command: DeleteAutoModRuleCommand): Promise<Result<AutoModRuleId, ChatFailure>> =>
      onRule(
        command,
        async ({ autoMod: rules }, rule) => {
          await rules.delete(rule.id);
          return ok({ value: rule.id, changes: { name: [rule.name, null] } });
        },
        'AUTO_MOD_RULE_DELETED',
      ),
  };
}

function facts({ id: _id, communityId: _communityId, ...described }: AutoModRule) {
  return described;
}
