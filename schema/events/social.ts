/** Facts that the social subgraph publishes. */
export interface SocialEvents {
  /** Somebody follows somebody. */
  'social.user-followed.v1': { readonly followerId: string; readonly followeeId: string };
}
