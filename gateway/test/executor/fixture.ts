import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { ANONYMOUS } from '@veza/auth';
import type { Subgraph } from '@veza/graphql';
import { type GraphQLSchema, isAbstractType, isObjectType, parse } from 'graphql';
import { apiSchemaOf } from '../../src/supergraph/api-schema.ts';
import type { CallMeta } from '../../src/transport/port.ts';
import { exists, productResolvers, type Resolvers, reviewResolvers, stockResolvers, type Stub, userResolvers } from './resolvers.ts';
import { type FixtureName, sdl } from './sdl.ts';
import { reviewEvents } from './review-events.ts';

/** Resolvers of every subgraph. */
export const resolvers: Readonly<Record<FixtureName, Resolvers>> = {
  users: userResolvers,
  products: productResolvers,
  stock: stockResolvers,
  reviews: reviewResolvers,
};

/** Subgraphs that answer null for what they do not know; those that only contribute fields know everything. */
const owners: readonly FixtureName[] = ['users', 'products'];

const typeNameOf = (stub: unknown) => (stub as Stub).__typename;

/** Gives a schema its resolvers. */
export function attach(schema: GraphQLSchema, map: Resolvers): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = typeNameOf;
    if (!isObjectType(type)) continue;
    for (const [name, field] of Object.entries(type.getFields())) {
      const resolve = map[type.name] && Object.hasOwn(map[type.name]!, name) ? map[type.name]![name] : undefined;
      if (resolve) field.resolve = (parent, args) => resolve(parent as Stub, args as Readonly<Record<string, unknown>>);
    }
  }
  return schema;
}

function subgraphSchema(name: FixtureName): GraphQLSchema {
  const schema = attach(buildSubgraphSchema([{ typeDefs: parse(sdl[name]) }]), resolvers[name]);
  const entities = schema.getQueryType()?.getFields()['_entities'];
  if (entities) {
    entities.resolve = (_: unknown, args: { readonly representations: readonly Stub[] }) =>
      args.representations.map((stub) => (owners.includes(name) && !exists(stub) ? null : { ...stub }));
  }
  return schema;
}

/** One subgraph of the fixture, as a composition root would hand it over. */
export function fixtureSubgraph(name: FixtureName): Subgraph {
  const schema = subgraphSchema(name);
  const events = schema.getSubscriptionType()?.getFields() ?? {};
  for (const [field, subscribe] of Object.entries(reviewEvents)) {
    if (events[field]) events[field].subscribe = subscribe;
    if (events[field]) events[field].resolve = (event) => event as unknown;
  }
  return { name, schema, context: (request) => ({ request, caller: request.caller }), background: {} };
}

/** Names of the fixture subgraphs. */
export const fixtureNames = Object.keys(sdl) as readonly FixtureName[];

/** Subgraphs composed by Apollo's composer. */
export function compose(sdls: Readonly<Record<string, string>>): { readonly supergraphSdl: string; readonly apiSchema: GraphQLSchema } {
  const services = Object.entries(sdls).map(([name, text]) => ({ name, url: `http://${name}.invalid`, typeDefs: parse(text) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (errors || supergraphSdl === undefined) throw new Error(String(errors));
  const document = parse(supergraphSdl);
  return { supergraphSdl, apiSchema: apiSchemaOf(Supergraph.build(document), document).schema };
}

/** The fixture's supergraph. */
export const composedFixture = () => compose(sdl);

/** What comes with a request of a test. */
export function callMeta(rest: Partial<CallMeta> = {}): CallMeta {
  return { caller: ANONYMOUS, requestId: 'request-1', deadlineAt: Date.now() + 10_000, signal: new AbortController().signal, ...rest };
}
