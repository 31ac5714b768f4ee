import { subgraphSchema, type Subgraph, type SubgraphContext } from '@veza/graphql';
import { subgraphEntities, subgraphResolvers } from './resolvers.ts';
import { federationSdl, type SubgraphName } from './sdl.ts';

type Lookup = (id: string) => object | null;

const byIds = (lookup: Lookup) => (references: readonly { readonly id: string }[]) =>
  Promise.resolve(references.map(({ id }) => lookup(id)));

/** One subgraph of the federation, made with the same kit as Veza's own. */
export function federationSubgraph(name: SubgraphName): Subgraph {
  const lookups: Readonly<Record<string, Lookup>> = subgraphEntities[name];
  const schema = subgraphSchema<SubgraphContext>({
    name,
    sdl: federationSdl[name],
    resolvers: [subgraphResolvers[name]],
    entities: Object.fromEntries(Object.entries(lookups).map(([type, lookup]) => [type, byIds(lookup)])),
    rules: {},
  });
  return { name, schema, context: (request) => ({ request, caller: request.caller }), background: {} };
}
