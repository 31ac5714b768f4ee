import { PEOPLE } from './data.ts';

/** An operation with many sets of variables, so that no cache of whole answers and no de-duplication of whole requests helps anybody. */
export interface BenchQuery {
  readonly name: string;
  /** Requests to subgraphs in its plan. */
  readonly fetches: number;
  readonly text: string;
  readonly variableSets: readonly Readonly<Record<string, unknown>>[];
}

const SETS = 1_200;

const sets = (make: (index: number) => Readonly<Record<string, unknown>>) => Array.from({ length: SETS }, (_, index) => make(index));

/** A track and its artist: two subgraphs, one after the other. */
export const TRACK: BenchQuery = {
  name: 'track',
  fetches: 2,
  text: 'query Track($id: ID!) { track(id: $id) { id title durationMs genre artist { id username displayName } } }',
  variableSets: sets((index) => ({ id: `track-${index}` })),
};

/** A profile page with tracks, comments and offers: four subgraphs, seven requests in three steps. */
export const PROFILE: BenchQuery = {
  name: 'profile',
  fetches: 7,
  text: `query Profile($username: String!, $tracks: Int!, $comments: Int!) {
    userByUsername(username: $username) {
      id username displayName avatarUrl joinedAt followerCount followingCount supporterCount
      tiers { name price { amount currency } }
      tracks(first: $tracks) {
        id title durationMs genre isExplicit likeCount
        comments(first: $comments) { id text positionMs author { id username displayName } }
        licences { id name price { amount currency } }
      }
    }
  }`,
  variableSets: sets((index) => ({ username: `person${index % PEOPLE}`, tracks: 4 + Math.floor(index / PEOPLE), comments: 2 })),
};
