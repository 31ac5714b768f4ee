/** Imports directives of federation, e.g. `"@key", "@shareable"`. */
export const link = (names: string) => `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${names}])\n`;

/** Fixture subgraphs that force joins, nested keys, requires, provides, shared value types, abstract types and lists of lists. */
export const sdl = {
  users: `${link('"@key", "@shareable"')}
    type Query { me: User  nobody: User  user(id: ID!): User  users(first: Int = 10): [User!]!  accounts: [Account]!  teams: [[User]]! }
    type Mutation { greet(id: ID!): User!  refuse: User  refuseHard: User! }
    interface Account { id: ID! name: String! }
    type User implements Account @key(fields: "id") {
      id: ID!  name: String! @shareable  nickname: String  role: Role!  address: Address
      friends(first: Int): [User!]!  fragile: ID  brittle: Brittle  constructor: String
    }
    type Bot implements Account @key(fields: "id") { id: ID!  name: String!  model: String!  owner: User! }
    type Brittle { depth: Int!  core: Core! }
    type Core { hardness: Float! }
    type Address @shareable { city: String!  street: String }
    enum Role { ADMIN MEMBER }`,
  products: `${link('"@key"')}
    type Query { products: [Product!]!  product(upc: ID!): Product  search(text: String!): [Hit!]!  grid: [[Product]!]! }
    interface Product { upc: ID!  title: String  price: Float!  maker: User }
    type Book implements Product @key(fields: "upc") { upc: ID!  title: String  price: Float!  maker: User  weight: Int  size: Size  pages: Int! }
    type Film implements Product @key(fields: "upc") { upc: ID!  title: String  price: Float!  maker: User  minutes: Int! }
    type Size { width: Int!  corners: [[Int!]!]! }
    type Shelf @key(fields: "place { room row }") { place: Place!  label: String }
    type Place @shareable { room: String!  row: Int! }
    type User @key(fields: "id", resolvable: false) { id: ID! }
    union Hit = Book | Film | Shelf | User`.replace('"@key"', '"@key", "@shareable"'),
  stock: `${link('"@key", "@external", "@requires", "@shareable"')}
    type Book @key(fields: "upc") { upc: ID!  weight: Int @external  size: Size @external  inStock: Boolean!  shipping: Int @requires(fields: "weight size { width }") }
    type Size { width: Int! @external }
    type Film @key(fields: "upc") { upc: ID!  inStock: Boolean! }
    type Shelf @key(fields: "place { room row }") { place: Place!  load: Int! }
    type Place @shareable { room: String!  row: Int! }`,
  reviews: `${link('"@key", "@external", "@provides", "@shareable"')}
    type Query { reviews(first: Int): [Review!]!  latestReview: Review }
    type Mutation { review(id: ID!): Review! }
    type Subscription { reviewAdded(count: Int!): Review!  broken: Review }
    type Review @key(fields: "id") { id: ID!  body: String!  rating: Float  author: User  signer: User @provides(fields: "name")  item: Product  verdict: Verdict }
    type Verdict { judge: User!  jury: [User!] }
    interface Product @key(fields: "upc") { upc: ID! }
    type Book implements Product @key(fields: "upc") { upc: ID!  reviews: [Review!]! }
    type Film implements Product @key(fields: "upc") { upc: ID!  reviews: [Review!]! }
    type User @key(fields: "id") { id: ID!  name: String! @external  reviews(first: Int): [Review!]  karma: Int }`,
} as const;

/** Name of a fixture subgraph. */
export type FixtureName = keyof typeof sdl;
