import { graphqlError, type Subgraph, type SubgraphContext, subgraphSchema } from '@veza/graphql';
import { MAX_ID_LENGTH } from '@veza/kernel';
import { existingNodes, type FoundNode, type NodeSources } from './existing-nodes.ts';

/** Ids that one `nodes` may hold. @see conventions.md 1 */
const MAX_IDS = 100;

/** What the subgraph is made of. */
export interface NodesSubgraphOptions extends NodeSources {
  /** The generated SDL: `node`, `nodes` and a stub for every type with a global id. */
  readonly sdl: string;
}

function checked(ids: readonly string[]): readonly string[] {
  if (ids.length > MAX_IDS) throw graphqlError('BAD_USER_INPUT', `At most ${MAX_IDS} ids may be asked for at once.`);
  if (ids.some((id) => id.length > MAX_ID_LENGTH)) throw graphqlError('BAD_USER_INPUT', `An id has at most ${MAX_ID_LENGTH} characters.`);
  return ids;
}

function thrown(node: FoundNode): FoundNode {
  if (node instanceof Error) throw node;
  return node;
}

/**
 * `node` and `nodes`: finds anything by its global id. It owns nothing: the subgraph that does is asked with the viewer's identity,
 * and what is absent, invisible, malformed or of an unknown type is null.
 */
export function nodesSubgraph({ sdl, ...sources }: NodesSubgraphOptions): Subgraph {
  const find = (ids: readonly string[], { request }: SubgraphContext) => existingNodes(checked(ids), sources, request);
  const resolvers = {
    Query: {
      node: async (_root: unknown, { id }: { readonly id: string }, context: SubgraphContext) =>
        thrown((await find([id], context))[0] ?? null),
      nodes: (_root: unknown, { ids }: { readonly ids: readonly string[] }, context: SubgraphContext) => find(ids, context),
    },
  };
  return {
    name: 'nodes',
    schema: subgraphSchema({ name: 'nodes', sdl, resolvers: [resolvers], entities: {}, rules: {}, log: sources.log }),
    context: (request) => ({ request, caller: request.caller }),
    background: {},
  };
}
