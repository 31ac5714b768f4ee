import type { Id } from '@veza/kernel';
import type { ChannelId } from '../channel.ts';
import type { CommunityId, RoleId } from '../community.ts';

export type AutoModRuleId = Id<'automod'>;

/** What a rule looks for: words, patterns, many people called at once, addresses, or ways into other communities. */
export type AutoModTrigger = 'KEYWORD' | 'REGEX' | 'MENTION_SPAM' | 'LINK' | 'INVITE';

/** What the members of a community may not write. A text that a rule catches is refused. */
export interface AutoModRule {
  readonly id: AutoModRuleId;
  readonly communityId: CommunityId;
  readonly name: string;
  readonly isEnabled: boolean;
  readonly trigger: AutoModTrigger;
  /** KEYWORD: words and phrases in any case; `*` at an end stands for any further letters. */
  readonly keywords: readonly string[];
  /** REGEX: regular expressions, looked for in any case. */
  readonly patterns: readonly string[];
  /** LINK: hosts that may be named all the same, with everything below them. */
  readonly allowedDomains: readonly string[];
  /** MENTION_SPAM: people and roles that one text may call. */
  readonly mentionLimit: number;
  /** Seconds of the time-out that follows; 0 = none. */
  readonly timeOutSeconds: number;
  readonly exemptRoleIds: readonly RoleId[];
  readonly exemptChannelIds: readonly ChannelId[];
}
