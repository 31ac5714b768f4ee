import { Supergraph } from '@apollo/federation-internals';
import { supergraphSdl } from '@veza/schema';
import { coerceInputValue, type GraphQLInputType, introspectionFromSchema, parse, printSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { apiSchemaOf } from './api-schema.ts';
import { buildApiSchema } from './build-api-schema.ts';

const JOINED = `
  directive @join__enumValue(graph: join__Graph!) repeatable on ENUM_VALUE
  directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String, external: Boolean, override: String, usedOverridden: Boolean) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
  directive @join__graph(name: String!, url: String!) on ENUM_VALUE
  directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE
  directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true, isInterfaceObject: Boolean! = false) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
  directive @join__unionMember(graph: join__Graph!, member: String!) repeatable on UNION
  directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
  scalar join__FieldSet
  scalar link__Import
  enum link__Purpose { SECURITY EXECUTION }
  enum join__Graph { A @join__graph(name: "a", url: "http://a") }`;

/** Root types of other names, and everything that a schema may hold. */
const FOREIGN = `schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION) { query: Ask  mutation: Do }
  ${JOINED}
  "Asks" type Ask @join__type(graph: A) { node(id: ID! = "1", filter: Filter = { kinds: [RED], text: "a \\"b\\"" }): Node  old: Int @deprecated(reason: "Use node.") thing: Thing @deprecated }
  type Do @join__type(graph: A) { it(at: Moment): Int! }
  interface Node @join__type(graph: A) { id: ID! }
  type Leaf implements Node @join__implements(graph: A, interface: "Node") @join__type(graph: A) { id: ID!  kind: Kind }
  union Thing @join__type(graph: A) @join__unionMember(graph: A, member: "Leaf") = Leaf
  """
  Several lines

  with a gap
  """
  enum Kind @join__type(graph: A) { RED @join__enumValue(graph: A) "green" GREEN @join__enumValue(graph: A) @deprecated }
  input Filter @join__type(graph: A) { kinds: [Kind!]! = [GREEN]  text: String  inner: Filter }
  scalar Moment @join__type(graph: A) @specifiedBy(url: "https://moment.example")`;

const noPause = () => undefined;

async function bothWays(sdl: string) {
  const document = parse(sdl);
  const { schema, definitions } = apiSchemaOf(Supergraph.build(document), document);
  // As it comes out of the planner's thread.
  const sent = JSON.parse(JSON.stringify(definitions)) as readonly string[];
  return { whole: schema, inPieces: await buildApiSchema(sent, document, noPause), document, sent };
}

describe('the schema of the clients, built from its definitions', () => {
  it.each([
    ['our own supergraph', supergraphSdl()],
    ['a supergraph with other names for its roots', FOREIGN],
  ])('of %s is the one that the planner has', async (_, sdl) => {
    const { whole, inPieces } = await bothWays(sdl);
    expect(printSchema(inPieces)).toBe(printSchema(whole));
    expect(introspectionFromSchema(inPieces)).toEqual(introspectionFromSchema(whole));
    expect(inPieces.getQueryType()?.name).toBe(whole.getQueryType()?.name);
  });

  it('holds values to the rules of our scalars', async () => {
    const { inPieces } = await bothWays(supergraphSdl());
    const problems: string[] = [];
    coerceInputValue('today', inPieces.getType('DateTime') as GraphQLInputType, (_path, _value, { message }) => problems.push(message));
    expect(problems).toHaveLength(1);
  });

  it('lets others have a turn between any two definitions', async () => {
    const { document, sent } = await bothWays(FOREIGN);
    let pauses = 0;
    await buildApiSchema(sent, document, () => ((pauses += 1), undefined));
    expect(pauses).toBeGreaterThan(2 * sent.length);
  });
});
