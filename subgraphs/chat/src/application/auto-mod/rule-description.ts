import { err, ok, type Result } from '@veza/kernel';
import type { AutoModRule } from '../../domain/auto-mod/auto-mod-rule.ts';
import { plainText } from '../../domain/auto-mod/plain-text.ts';
import { type ChatFailure, invalid } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import { cleanName, textLength } from '../../domain/message/text.ts';

/** What a rule says of itself. */
export type RuleDescription = Omit<AutoModRule, 'id' | 'communityId'>;

const DAY_S = 86_400;
const DOMAIN = /^(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** The description as it is kept. Fails with INVALID. */
export function ruleDescription(given: RuleDescription, limits: ChatLimits): Result<RuleDescription, ChatFailure> {
  const name = cleanName(given.name, limits.nameLength);
  if (name === undefined) return err(invalid(`a name has 1 to ${limits.nameLength} characters`, 'name'));
  const keywords = given.keywords.map((keyword) => plainText(keyword).trim());
  const allowedDomains = given.allowedDomains.map((domain) => domain.trim().toLowerCase());
  const described = { ...given, name, keywords, allowedDomains };
  const refused = triggerRefusal(described, limits) ?? reachRefusal(described, limits);
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

function reachRefusal({ timeOutSeconds, exemptRoleIds, exemptChannelIds }: RuleDescription, limits: ChatLimits): ChatFailure | undefined {
  if (timeOutSeconds < 0 || timeOutSeconds > limits.timeOutDays * DAY_S)
    return invalid(`a time-out has at most ${limits.timeOutDays} days`, 'timeOutSeconds');
  if (exemptRoleIds.length > limits.exemptRoles) return invalid(`at most ${limits.exemptRoles} roles are exempt`, 'exemptRoleIds');
  if (exemptChannelIds.length > limits.exemptChannels)
    return invalid(`at most ${limits.exemptChannels} channels are exempt`, 'exemptChannelIds');
  return undefined;
}
