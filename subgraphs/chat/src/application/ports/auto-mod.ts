import type { AutoModRule, AutoModRuleId } from '../../domain/auto-mod/auto-mod-rule.ts';
import type { CommunityId } from '../../domain/community.ts';

/** Rules of communities. Access is the caller's business. */
export interface AutoModReader {
  /** In the order in which they were made. */
  list(communityId: CommunityId): Promise<readonly AutoModRule[]>;
  find(ruleId: AutoModRuleId): Promise<AutoModRule | undefined>;
}

/** Rules within one transaction. The community is locked first. */
export interface AutoModWriter extends AutoModReader {
  create(rule: AutoModRule, createdAt: Date): Promise<void>;
  update(rule: AutoModRule): Promise<void>;
  delete(ruleId: AutoModRuleId): Promise<void>;
}
