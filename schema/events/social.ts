/** Facts that the social subgraph publishes. */
export interface SocialEvents {
  /** What moderators decided about something. Key: the case; revision: the number of the decision. */
  'social.moderation-decided.v1': {
    readonly caseId: string;
    /** Rises with every decision of the case, from 1. */
    readonly decisionNo: number;
    readonly subjectId: string;
    readonly ownerId: string;
    readonly decision: 'DISMISS' | 'HIDE_SUBJECT' | 'REMOVE_SUBJECT' | 'SUSPEND_AUTHOR';
    readonly moderatorId: string;
    readonly note: string | null;
  };
  /** Somebody follows somebody. */
  'social.user-followed.v1': { readonly followerId: string; readonly followeeId: string };
  /** Somebody blocks somebody. Key: the two, who blocks first; revision rises with every block and its end. */
  'social.user-blocked.v1': { readonly blockerId: string; readonly blockedId: string };
  /** A block has ended. Key and revision as of `social.user-blocked.v1`. */
  'social.user-unblocked.v1': { readonly blockerId: string; readonly unblockedId: string };
}
