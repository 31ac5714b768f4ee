import type { ChannelId } from '../channel.ts';
import type { RoleId } from '../community.ts';
import { namedInText } from '../message/mentions.ts';
import { holdsForeignAddress, holdsInvite } from './addresses.ts';
import type { AutoModRule } from './auto-mod-rule.ts';
import { type KeywordMatcher, keywordMatcher } from './keyword-matcher.ts';
import type { CompiledPattern, CompilePattern } from './pattern.ts';
import { plainText } from './plain-text.ts';

/** A text and where its author stands. */
export interface JudgedText {
  readonly text: string;
  /** Null outside of channels. */
  readonly channelId: ChannelId | null;
  /** The channel that a thread hangs on. */
  readonly parentId?: ChannelId | null;
  readonly roleIds: readonly RoleId[];
}

/** Finds the first rule that catches a text. */
export type Judge = (judged: JudgedText) => AutoModRule | undefined;

/** Rules made ready for many texts. A pattern that cannot be compiled any more catches nothing. */
export function judge(rules: readonly AutoModRule[], compile: CompilePattern): Judge {
  const ready = rules
    .filter(({ isEnabled }) => isEnabled)
    .map((rule) => ({
      rule,
      matches: keywordMatcher(rule.keywords),
      patterns: rule.patterns.flatMap((pattern) => compile(pattern) ?? []),
    }));
  return (judged) => {
    if (ready.length === 0) return undefined;
    const plain = plainText(judged.text);
    return ready.find(
      ({ rule, matches, patterns }) => !isExempt(rule, judged) && catches(rule, { matches, patterns, plain, text: judged.text }),
    )?.rule;
  };
}

function isExempt({ exemptRoleIds, exemptChannelIds }: AutoModRule, { channelId, parentId = null, roleIds }: JudgedText): boolean {
  return exemptRoleIds.some((id) => roleIds.includes(id)) || exemptChannelIds.some((id) => id === channelId || id === parentId);
}

/** What a rule is held against, and what it was made ready with. */
interface Held {
  readonly matches: KeywordMatcher;
  readonly patterns: readonly CompiledPattern[];
  readonly plain: string;
  readonly text: string;
}

function catches(rule: AutoModRule, { matches, patterns, plain, text }: Held): boolean {
  switch (rule.trigger) {
    case 'KEYWORD':
      return matches(plain);
    case 'REGEX':
      return patterns.some((pattern) => pattern.matches(plain));
    case 'MENTION_SPAM':
      return called(text) > rule.mentionLimit;
    case 'LINK':
      return holdsForeignAddress(plain, rule.allowedDomains);
    case 'INVITE':
      return holdsInvite(plain);
  }
}

function called(text: string): number {
  const { users, roles } = namedInText(text);
  return users.length + roles.length;
}
