import { link } from '../../executor/sdl.ts';

/**
 * Required fields that require others, on a way that comes back to the subgraph where it began: planner 2.14.4 asks there for the last
 * of them before it has what that requires.
 */
export const returning = {
  a: `${link('"@key", "@external", "@requires"')}
    type Query { item(id: ID!): Item  items: [Item!] }
    type Item @key(fields: "id") @key(fields: "sku") { id: ID!  sku: String!  base: Int  half: Int @external  third: Int @requires(fields: "half")  self: Item }`,
  b: `${link('"@key", "@external", "@requires"')}
    type Item @key(fields: "id") { id: ID!  base: Int @external  half: Int @requires(fields: "base")  fourth: Int @external  fifth: String @requires(fields: "fourth") }`,
  c: `${link('"@key", "@external", "@requires"')}
    type Query { bySku(sku: String!): Item }
    type Item @key(fields: "sku") { sku: String!  third: Int @external  fourth: Int @requires(fields: "third") }`,
} as const;
