import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { ANONYMOUS } from '@veza/auth';
import type { Subgraph } from '@veza/graphql';
import { buildSchema, type GraphQLSchema, isAbstractType, isObjectType, parse, printSchema } from 'graphql';
import { gatewayState } from '../../src/supergraph/state.ts';
import type { CallMeta } from '../../src/transport/port.ts';
import { itemOf, personOf } from './data.ts';
import { productResolvers, type Resolvers, reviewResolvers, stockResolvers, type Stub, userResolvers } from './resolvers.ts';
import { type FixtureName, sdl } from './sdl.ts';
import { reviewEvents } from './review-events.ts';

const resolvers: Readonly<Record<FixtureName, Resolvers>> = {
  users: userResolvers,
  products: productResolvers,
  stock: stockResolvers,
  reviews: reviewResolvers,
};

/** Whether a subgraph knows what it is asked about; those that only contribute fields know everything. */
const knows: Readonly<Partial<Record<FixtureName, (stub: Stub) => boolean>>> = {
  users: ({ __typename, id }) => __typename === 'Bot' || personOf(id) !== undefined,
  products: ({ __typename, upc }) => __typename === 'Shelf' || itemOf(upc) !== undefined,
};

const typeNameOf = (stub: unknown) => (stub as Stub).__typename;

function attach(schema: GraphQLSchema, map: Resolvers): GraphQLSchema {
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
      args.representations.map((stub) => ((knows[name]?.(stub) ?? true) ? { ...stub } : null));
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
  return { supergraphSdl, apiSchema: gatewayState(supergraphSdl).apiSchema };
}

/** The fixture's supergraph. */
export const composedFixture = () => compose(sdl);

/** The same API over the same data in one schema, executed by graphql-js: what the gateway has to equal. */
export function stitchedSchema(apiSchema: GraphQLSchema): GraphQLSchema {
  const whole: Record<string, Record<string, Resolvers[string][string]>> = {};
  for (const map of Object.values(resolvers)) for (const [type, fields] of Object.entries(map)) whole[type] = { ...whole[type], ...fields };
  return attach(buildSchema(printSchema(apiSchema)), whole as Resolvers);
}

/** What comes with a request of a test. */
export function callMeta(rest: Partial<CallMeta> = {}): CallMeta {
  return { caller: ANONYMOUS, requestId: 'request-1', deadlineAt: Date.now() + 10_000, signal: new AbortController().signal, ...rest };
}
