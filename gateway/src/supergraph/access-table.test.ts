import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { accessTable } from './access-table.ts';

const HEAD =
  'schema @link(url: "https://veza.dev/access/v1.0", import: ["@access"]) @link(url: "https://veza.dev/live/v1.0", import: ["@viewer"])';
const SDL = `${HEAD} { query: Query }
  type Query {
    item: Item @access(level: "PUBLIC")
    unsaid: Item
    secret: Item @access(level: "VIEWER")
    own: Int @access(level: "PUBLIC") @viewer
    node: Node @access(level: "PUBLIC")
    thing: Thing @access(level: "PUBLIC")
    page: Page @access(level: "PUBLIC")
  }
  type Page { items: [Item!]  notes: [Note!] }
  type Item implements Node & Named @access(level: "PUBLIC") { id: ID!  name: String  cost: Int @access(level: "OWNER", rule: "o")  liked: Boolean @viewer  note: Note }
  type Note implements Node @access(level: "DOMAIN", rule: "note.view") { id: ID!  text: String }
  type Plain { id: ID! }
  type Shop implements Named @access(level: "PUBLIC") { id: ID!  name: String @viewer }
  interface Node { id: ID! }
  interface Named { id: ID!  name: String }
  union Thing = Item | Shop`;

const table = accessTable(parse(SDL))!;
const isPublic = (text: string) => table.isPublic(parse(text));
const entities = (selection: string) =>
  isPublic(`query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`);

describe('an operation', () => {
  it.each([
    '{ item { id name } }',
    '{ x: item { __typename } __typename }',
    '{ page { items { name } } }',
    '{ thing { __typename ... on Item { name } } }',
    '{ ... { item { ... on Item { id } } } }',
  ])('is public as %s', (text) => expect(isPublic(text)).toBe(true));

  it.each([
    ['has a guarded root field', '{ secret { id } }'],
    ['has a root field that says nothing', '{ unsaid { id } }'],
    ['has a root field that depends on the viewer', '{ own }'],
    ['has a guarded field', '{ item { cost } }'],
    ['has a field that depends on the viewer', '{ item { liked } }'],
    ['reaches a guarded thing', '{ item { note { id } } }'],
    ['reaches a guarded thing inside a value', '{ page { items { id } notes { text } } }'],
    ['may meet a guarded thing behind an interface', '{ node { id } }'],
    ['may meet a field of the viewer in one of the types of a union', '{ thing { ... on Named { name } } }'],
    ['names what the supergraph does not have', '{ item { unknown } }'],
    ['spreads a fragment', '{ ...F } fragment F on Query { item { id } }'],
    ['is a mutation', 'mutation { item { id } }'],
    ['is a stream', 'subscription { item { id } }'],
  ])('is not public when it %s', (_, text) => expect(isPublic(text)).toBe(false));

  it('on entities is public when all of them say so', () => {
    expect(entities('__typename ... on Item { name }')).toBe(true);
    expect(entities('... on Item { name } ... on Shop { id }')).toBe(true);
    expect(entities('... on Item { name } ... on Note { id }')).toBe(false);
    expect(entities('... on Plain { id }')).toBe(false);
    expect(entities('... on Node { id }')).toBe(false);
    expect(entities('... on Unknown { id }')).toBe(false);
    expect(entities('...F')).toBe(false);
  });
});

it('nothing is known to be public in a supergraph without the specification', () => {
  expect(accessTable(parse('type Query { item: Int @access(level: "PUBLIC") }'))).toBeUndefined();
});
