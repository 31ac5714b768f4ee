const HEAD = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective", "@key", "@listSize"])
    @link(url: "https://veza.dev/access/v1.0", import: ["@access"])
    @composeDirective(name: "@access")
  directive @access(level: String!, scopes: [String!], rule: String) on OBJECT | FIELD_DEFINITION
`;

/**
 * The federation that benchmarks ask: four subgraphs that extend each other's entities, all of it public.
 * Plain federation 2, so that every gateway can serve it.
 */
export const federationSdl = {
  users: `${HEAD}
    type Query {
      user(id: ID!): User @access(level: "PUBLIC")
      userByUsername(username: String!): User @access(level: "PUBLIC")
    }
    type User @key(fields: "id") @access(level: "PUBLIC") {
      id: ID!
      username: String!
      displayName: String!
      avatarUrl: String
      joinedAt: String!
    }`,
  tracks: `${HEAD}
    type Query { track(id: ID!): Track @access(level: "PUBLIC") }
    type Track @key(fields: "id") @access(level: "PUBLIC") {
      id: ID!
      title: String!
      genre: Genre!
      durationMs: Int!
      isExplicit: Boolean!
      artist: User
    }
    enum Genre { AMBIENT DRUM_AND_BASS HOUSE TECHNO }
    type User @key(fields: "id") @access(level: "PUBLIC") {
      id: ID!
      tracks(first: Int = 20): [Track!] @listSize(slicingArguments: ["first"])
    }`,
  social: `${HEAD}
    type User @key(fields: "id") @access(level: "PUBLIC") {
      id: ID!
      followerCount: Int
      followingCount: Int
    }
    type Track @key(fields: "id") @access(level: "PUBLIC") {
      id: ID!
      likeCount: Int
      comments(first: Int = 20): [Comment!] @listSize(slicingArguments: ["first"])
    }
    type Comment @access(level: "PUBLIC") {
      id: ID!
      text: String!
      positionMs: Int
      author: User
    }`,
  marketplace: `${HEAD}
    type User @key(fields: "id") @access(level: "PUBLIC") {
      id: ID!
      supporterCount: Int
      tiers: [Tier!] @listSize(assumedSize: 3)
    }
    type Tier { name: String!  price: Money! }
    type Track @key(fields: "id") @access(level: "PUBLIC") {
      id: ID!
      licences: [Licence!] @listSize(assumedSize: 5)
    }
    type Licence { id: ID!  name: String!  price: Money! }
    type Money { amount: String!  currency: String! }`,
} as const;

/** Name of a subgraph of the federation. */
export type SubgraphName = keyof typeof federationSdl;

/** All subgraphs, the owner of the root first. */
export const SUBGRAPH_NAMES = Object.keys(federationSdl) as readonly SubgraphName[];
