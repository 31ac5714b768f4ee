import { offerOf, sellerOf, socialTrackOf, socialUserOf, trackOf, tracksOfUser, userIdOf, userOf } from './data.ts';
import type { SubgraphName } from './sdl.ts';

interface Identified {
  readonly id: string;
}

const firstOf = <T>(items: readonly T[], { first = 20 }: { readonly first?: number }): readonly T[] => items.slice(0, first);

const commentsOf = ({ id }: Identified, page: { readonly first?: number }) => firstOf(socialTrackOf(id).comments, page);

const tracksOf = ({ id }: Identified, page: { readonly first?: number }) => firstOf(tracksOfUser(id), page);

const queries = {
  user: (_root: unknown, { id }: Identified) => userOf(id),
  userByUsername: (_root: unknown, { username }: { readonly username: string }) => userOf(userIdOf(username)),
  track: (_root: unknown, { id }: Identified) => trackOf(id),
};

/** Resolvers of each subgraph; what is not named here stands in the objects. */
export const subgraphResolvers = {
  users: { Query: { user: queries.user, userByUsername: queries.userByUsername } },
  tracks: { Query: { track: queries.track }, User: { tracks: tracksOf } },
  social: { Track: { comments: commentsOf } },
  marketplace: {},
} as const satisfies Record<SubgraphName, object>;

/** Entities of each subgraph by type: one by its id, null when there is none. */
export const subgraphEntities = {
  users: { User: userOf },
  tracks: { Track: trackOf, User: (id: string) => ({ id }) },
  social: { User: socialUserOf, Track: socialTrackOf },
  marketplace: { User: sellerOf, Track: offerOf },
} as const satisfies Record<SubgraphName, Readonly<Record<string, (id: string) => object | null>>>;

/** The same data behind one schema, for a server that is no federation. */
export const oneSchemaResolvers = {
  Query: queries,
  User: {
    tracks: tracksOf,
    followerCount: ({ id }: Identified) => socialUserOf(id).followerCount,
    followingCount: ({ id }: Identified) => socialUserOf(id).followingCount,
    supporterCount: ({ id }: Identified) => sellerOf(id).supporterCount,
    tiers: ({ id }: Identified) => sellerOf(id).tiers,
  },
  Track: {
    artist: ({ artist }: { readonly artist: Identified }) => userOf(artist.id),
    likeCount: ({ id }: Identified) => socialTrackOf(id).likeCount,
    comments: commentsOf,
    licences: ({ id }: Identified) => offerOf(id).licences,
  },
  Comment: { author: ({ author }: { readonly author: Identified }) => userOf(author.id) },
};
