/** Facts that the social subgraph publishes. */
export interface SocialEvents {
  /** Somebody follows somebody. */
  'social.user-followed.v1': { readonly followerId: string; readonly followeeId: string };
  /** Somebody blocks somebody. Key: the two, who blocks first; revision rises with every block and its end. */
  'social.user-blocked.v1': { readonly blockerId: string; readonly blockedId: string };
  /** A block has ended. Key and revision as of `social.user-blocked.v1`. */
  'social.user-unblocked.v1': { readonly blockerId: string; readonly unblockedId: string };
}
