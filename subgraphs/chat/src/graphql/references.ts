import type { UserId } from '../domain/community.ts';
import type { TrackId } from '../domain/track-card.ts';

/** A person of the subgraph users, by reference only; the gateway joins the rest. */
export function userReference(id: UserId) {
  return { __typename: 'User' as const, id };
}

/** A track of the subgraph tracks, by reference only; the gateway joins the rest. */
export function trackReference(id: TrackId) {
  return { __typename: 'Track' as const, id };
}
