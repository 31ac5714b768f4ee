const HEAD = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective", "@key", "@listSize", "@cost"])
    @link(url: "https://veza.dev/access/v1.0", import: ["@access"])
    @composeDirective(name: "@access")
  directive @access(level: String!, scopes: [String!], rule: String) on OBJECT | FIELD_DEFINITION
`;

/** Two subgraphs that show what the gateway has to guard: every level of access, pages, costs, streams. */
export const sdl = {
  people: `${HEAD}
    type Query {
      me: Person @access(level: "VIEWER")
      person(id: ID!): Person @access(level: "PUBLIC")
      hidden(id: ID!): Person @access(level: "DOMAIN", rule: "hidden")
      people(first: Int, after: String, last: Int): PersonConnection! @access(level: "PUBLIC")
      audit: [String!]! @access(level: "STAFF", scopes: ["audit:read"])
      echo(text: String, number: Int, at: DateTime, ids: [ID!], color: Color, filter: Filter): String @access(level: "PUBLIC")
      slow(ms: Int!): String @access(level: "PUBLIC")
      nested: Person @access(level: "PUBLIC")
      byId(ids: [ID!]!): [Person]! @access(level: "PUBLIC")
    }
    type Mutation {
      rename(name: String!): Person @access(level: "VIEWER")
      touch: Int! @access(level: "PUBLIC")
    }
    type Subscription {
      count(to: Int!, everyMs: Int, bytes: Int): Tick! @access(level: "PUBLIC")
      mine: Tick! @access(level: "VIEWER")
      refused: Tick! @access(level: "PUBLIC")
    }
    scalar DateTime
    enum Color { RED GREEN }
    input Filter { name: String  tags: [String!]  number: Int }
    type Tick { number: Int!  padding: String  owner: Person }
    type Person @key(fields: "id") @access(level: "PUBLIC") {
      id: ID!
      name: String!
      friend: Person
      friends: [Person!]! @listSize(assumedSize: 5)
    }
    type PersonConnection { nodes: [Person!]!  totalCount: Int @cost(weight: 10) }`,
  notes: `${HEAD}
    type Query { notes(first: Int, last: Int): [Note!]! @access(level: "PUBLIC") }
    type Note @key(fields: "id") @access(level: "PUBLIC") { id: ID!  text: String!  author: Person }
    type Person @key(fields: "id") @access(level: "PUBLIC") { id: ID!  noteCount: Int }`,
} as const;

/** Name of a subgraph of the fixture. */
export type FixtureName = keyof typeof sdl;
