import { err, ok, type Result } from '@veza/kernel';
import type { AutoModRule } from '../../domain/auto-mod/auto-mod-rule.ts';
import { type CompilePattern, writtenSize } from '../../domain/auto-mod/pattern.ts';
import { plainText } from '../../domain/auto-mod/plain-text.ts';
import { type ChatFailure, invalid } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import { cleanName, textLength } from '../../domain/message/text.ts';

/** What a rule says of itself. */
export type RuleDescription = Omit<AutoModRule, 'id' | 'communityId'>;

const DAY_S = 86_400;
const DOMAIN = /^(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** The description as it is kept. Fails with INVALID. @param compile says which patterns are some */
export function ruleDescription(given: RuleDescription, limits: ChatLimits, compile: CompilePattern): Result<RuleDescription, ChatFailure> {
  const name = cleanName(given.name, limits.nameLength);
  if (name === undefined) return err(invalid(`a name has 1 to ${limits.nameLength} characters`, 'name'));
  const keywords = given.keywords.map((keyword) => plainText(keyword).trim());
  const allowedDomains = given.allowedDomains.map((domain) => domain.trim().toLowerCase());
  const described = { ...given, name, keywords, allowedDomains };
  const refused = triggerRefusal(described, limits) ?? patternRefusal(described, limits, compile) ?? reachRefusal(described, limits);
  return refused ? err(refused) : ok(described);
}

function triggerRefusal({ trigger, keywords, allowedDomains, mentionLimit }: RuleDescription, limits: ChatLimits): ChatFailure | undefined {
  const isKeyword = (keyword: string) => keyword.replaceAll('*', '') !== '' && textLength(keyword) <= limits.keywordLength;
  if (keywords.length > limits.keywords || !keywords.every(isKeyword) || (trigger === 'KEYWORD' && keywords.length === 0))
    return invalid(`a rule has 1 to ${limits.keywords} keywords of at most ${limits.keywordLength} characters`, 'keywords');
  if (allowedDomains.length > limits.keywords || !allowedDomains.every((domain) => DOMAIN.test(domain)))
    return invalid('a domain is written like veza.example', 'allowedDomains');
  if (mentionLimit < 0 || mentionLimit > limits.autoModMentions)
    return invalid(`a text may call 0 to ${limits.autoModMentions}`, 'mentionLimit');
  return undefined;
}

/** A pattern is measured by its text before it is compiled, and again afterwards. */
function patternRefusal({ trigger, patterns }: RuleDescription, limits: ChatLimits, compile: CompilePattern): ChatFailure | undefined {
  const isShort = (pattern: string) => pattern !== '' && textLength(pattern) <= limits.patternLength;
  if (patterns.length > limits.patterns || !patterns.every(isShort) || (trigger === 'REGEX' && patterns.length === 0))
    return invalid(`a rule has 1 to ${limits.patterns} patterns of at most ${limits.patternLength} characters`, 'patterns');
  const isBearable = (size: number | undefined) => size !== undefined && size <= limits.patternSize;
  const wrong = patterns.findIndex((pattern) => !isBearable(writtenSize(pattern)) || !isBearable(compile(pattern)?.size));
  if (wrong < 0) return undefined;
  return invalid('this is no regular expression that takes linear time, or it repeats too much', 'patterns', String(wrong));
}

function reachRefusal({ timeOutSeconds, exemptRoleIds, exemptChannelIds }: RuleDescription, limits: ChatLimits): ChatFailure | undefined {
  if (timeOutSeconds < 0 || timeOutSeconds > limits.timeOutDays * DAY_S)
    return invalid(`a time-out has at most ${limits.timeOutDays} days`, 'timeOutSeconds');
  if (exemptRoleIds.length > limits.exemptRoles) return invalid(`at most ${limits.exemptRoles} roles are exempt`, 'exemptRoleIds');
  if (exemptChannelIds.length > limits.exemptChannels)
    return invalid(`at most ${limits.exemptChannels} channels are exempt`, 'exemptChannelIds');
  return undefined;
}
