import { link } from '../../executor/sdl.ts';

/** Enums and inputs that several subgraphs know, mutations, fields that move from one subgraph to another. */
export const shop = {
  goods: `${link('"@key", "@override", "@shareable"')}
    type Query { goods(filter: Filter, order: Order = PRICE): [Good!]!  good(id: ID!): Good }
    type Mutation { rename(input: RenameInput!): Renamed!  remove(id: ID!): Good }
    type Good @key(fields: "id") { id: ID!  name(locale: Locale = EN): String!  price(currency: Currency!): Money  tags: [String!]!  stock: Int @override(from: "depot")  rating: Float @override(from: "depot", label: "percent(50)")  state: State! }
    type Renamed { good: Good  problems: [Problem!]! }
    type Problem @shareable { code: String!  at: [String!] }
    type Money @shareable { amount: Float!  currency: Currency! }
    input Filter { text: String  tags: [String!] = ["new"]  price: Range  state: State }
    input Range { from: Float = 0  to: Float }
    input RenameInput { id: ID!  name: String!  notes: [Note] }
    input Note { text: String!  state: State = OPEN }
    enum Order { PRICE NAME }
    enum Locale { EN DE }
    enum Currency { EUR USD }
    enum State { OPEN CLOSED }`,
  depot: `${link('"@key", "@shareable"')}
    type Query { depots: [Depot] }
    type Mutation { order(input: OrderInput!): Ordered! }
    type Depot @key(fields: "id name") { id: ID!  name: String!  goods(first: Int = 2): [Good!]  manager: Worker }
    type Good @key(fields: "id") { id: ID!  stock: Int  rating: Float  places: [Depot!]! }
    type Ordered { good: Good!  total: Money  problems: [Problem!]! }
    type Problem @shareable { code: String!  at: [String!] }
    type Money @shareable { amount: Float!  currency: Currency! }
    type Worker { name: String!  boss: Worker  depot: Depot }
    input OrderInput { id: ID!  count: Int = 1  currency: Currency!  state: State }
    enum Currency { EUR USD }
    enum State { OPEN CLOSED }`,
} as const;
