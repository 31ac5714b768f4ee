import type { UserId } from '../community.ts';

/** Kinds of entry in a community's log and the small integer that Postgres keeps for each. Numbers are never reused. */
export const COMMUNITY_EVENT_CODES = { COMMUNITY: 1, CHANNELS: 2, ROLES: 3, MEMBER: 4 } as const;

/** What changed in a community: itself, its channels with their overwrites, its roles, or one person's membership. */
export type CommunityChange = { readonly kind: 'COMMUNITY' | 'CHANNELS' | 'ROLES' } | { readonly kind: 'MEMBER'; readonly userId: UserId };

/** One entry of a community's log. It says what to look at again; what is true by then is read when it is handed out. */
export type CommunityEvent = CommunityChange & {
  /** Number in the community's log: from 1, without gaps. */
  readonly seq: number;
  readonly accessEpoch: number;
  readonly occurredAt: Date;
};
