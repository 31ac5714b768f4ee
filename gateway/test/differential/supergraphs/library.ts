import { link } from '../../executor/sdl.ts';

/** Interfaces, unions, keys of several kinds, required and provided fields, value types that several subgraphs answer. */
export const library = {
  catalogue: `${link('"@key", "@shareable"')}
    type Query { book(id: ID!): Book  works(first: Int = 3, kind: Kind): [Work!]!  hits(text: String): [Hit]  nested: [[Work]!] }
    interface Work { id: ID!  title: String  creator: Person  size: Size! }
    type Book implements Work @key(fields: "id") @key(fields: "isbn") { id: ID!  isbn: String!  title: String  creator: Person  size: Size!  pages: Int! @shareable  kind: Kind }
    type Record implements Work @key(fields: "id") { id: ID!  title: String  creator: Person  size: Size!  tracks: [Track!]!  minutes: Int }
    type Track { name: String!  seconds: Int!  writers: [Person] }
    type Size @shareable { width: Int!  height: Int  unit: Unit }
    type Shelf @key(fields: "place { room row }") { place: Place!  label: String!  works: [Work] }
    type Place @shareable { room: String!  row: Int! }
    type Person @key(fields: "id", resolvable: false) { id: ID! }
    union Hit = Book | Record | Shelf | Person
    enum Kind { NOVEL ESSAY }
    enum Unit { CM INCH }`,
  people: `${link('"@key", "@shareable"')}
    type Query { person(id: ID!): Person  people(first: Int): [Person]! }
    type Person @key(fields: "id") { id: ID!  name: String! @shareable  age: Int  address: Address  friends(first: Int): [Person!]  role: Role! }
    type Address @shareable { street: String  city: City! }
    type City @shareable { name: String!  zip: String }
    enum Role { READER AUTHOR }`,
  lending: `${link('"@key", "@external", "@requires", "@provides", "@shareable"')}
    type Query { loans: [Loan!]!  lastLoan: Loan }
    type Loan @key(fields: "id") { id: ID!  borrower: Person @provides(fields: "name")  book: Book  until: String }
    type Book @key(fields: "isbn") { isbn: String!  pages: Int! @shareable  loans(first: Int = 2): [Loan!]!  fee: Float @requires(fields: "size { width unit } title")  size: Size! @external  title: String @external }
    type Record @key(fields: "id") { id: ID!  loanCount: Int!  weight: Int @requires(fields: "minutes tracks { seconds }")  minutes: Int @external  tracks: [Track!]! @external }
    type Track { seconds: Int! @external }
    type Size { width: Int! @external  unit: Unit @external }
    enum Unit { CM INCH }
    type Shelf @key(fields: "place { room row }") { place: Place!  load: Int! }
    type Place @shareable { room: String!  row: Int! }
    type Person @key(fields: "id") { id: ID!  name: String! @external  loans: [Loan]  fines: Int! }`,
} as const;
