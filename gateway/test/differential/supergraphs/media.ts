import { link } from '../../executor/sdl.ts';

/**
 * An interface that other subgraphs see as an object, and keys of one name and different types: both need rewrites. What is added to the
 * interface may be null: planner 2.14.4 asks for it on objects of all types, though the client asks on one, and a fault takes the rest along.
 */
export const media = {
  media: `${link('"@key"')}
    type Query { media(first: Int): [Media!]!  one: Media  things: [Thing!]! }
    interface Media @key(fields: "id") { id: ID!  title: String  length: Int }
    type Film implements Media @key(fields: "id") { id: ID!  title: String  length: Int  colour: Boolean }
    type Song implements Media @key(fields: "id") { id: ID!  title: String  length: Int  bpm: Float! }
    union Thing = Stone | Plant | Film
    type Stone @key(fields: "code") { code: ID!  colour: String }
    type Plant @key(fields: "code") { code: Int!  colour: Shade! }
    enum Shade { DARK LIGHT }`,
  likes: `${link('"@key", "@interfaceObject", "@external", "@requires"')}
    type Query { mostLiked: Media  liked(by: ID!): [Media] }
    type Media @key(fields: "id") @interfaceObject { id: ID!  likes(since: Int): Int  fans: [Fan!]  score: Float @requires(fields: "length")  length: Int @external }
    type Fan @key(fields: "id") { id: ID!  name: String  favourite: Media }
    type Stone @key(fields: "code") { code: ID!  weight: Int }
    type Plant @key(fields: "code") { code: Int!  height: Int }`,
  fans: `${link('"@key"')}
    type Query { fan(id: ID!): Fan }
    type Fan @key(fields: "id") { id: ID!  email: String!  stones: [Stone] }
    type Stone @key(fields: "code", resolvable: false) { code: ID! }`,
} as const;
