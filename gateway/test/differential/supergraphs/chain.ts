import { link } from '../../executor/sdl.ts';

/** Things that are known by another key in each subgraph, and required fields that require others, each in a subgraph that comes later. */
export const chain = {
  a: `${link('"@key", "@shareable"')}
    type Query { item(id: ID!): Item  items: [Item!] }
    type Item @key(fields: "id") @key(fields: "sku") { id: ID!  sku: String!  base: Int  parts: [Part!]!  self: Item }
    type Part @shareable { number: Int!  note: String }`,
  b: `${link('"@key", "@external", "@requires", "@shareable"')}
    type Item @key(fields: "id") { id: ID!  base: Int @external  half: Int @requires(fields: "base")  parts: [Part!]! @external  total: Int! @requires(fields: "parts { number }")  bundle: [Item!] }
    type Part @shareable { number: Int!  note: String }`,
  c: `${link('"@key", "@external", "@requires"')}
    type Query { bySku(sku: String!): Item  maker(id: ID!): Maker }
    type Item @key(fields: "sku") { sku: String!  half: Int @external  quarter: Int @requires(fields: "half")  maker: Maker! }
    type Maker @key(fields: "id") @key(fields: "code { area nr }") { id: ID!  code: Code!  name: String! }
    type Code { area: String!  nr: Int! }`,
  d: `${link('"@key", "@external", "@requires"')}
    type Item @key(fields: "sku") { sku: String!  quarter: Int @external  eighth: Any @requires(fields: "quarter") }
    scalar Any`,
  e: `${link('"@key"')}
    type Maker @key(fields: "code { area nr }") { code: Code!  items(first: Int): [Item!]!  place: Place }
    type Code { area: String!  nr: Int! }
    type Item @key(fields: "sku", resolvable: false) { sku: String! }
    type Place { city: String!  makers: [Maker] }`,
} as const;
