import { graphqlError } from '@veza/graphql';
import { parseTypeId, typeIdPrefix } from '@veza/kernel';
import type { Log } from '@veza/telemetry';
import { parse } from 'graphql';
import {
  type CallMeta,
  type Json,
  type SubgraphAnswer,
  SubgraphFailure,
  type SubgraphOperation,
  type SubgraphTransport,
} from '../transport/port.ts';

/** What an id prefix stands for, and which subgraph knows the things that carry it. */
export interface NodeOwner {
  readonly type: string;
  readonly subgraph: string;
}

/** A thing that exists, as the planner needs it to join the rest; null for one that does not, an error for one that could not be asked for. */
export type FoundNode = { readonly __typename: string; readonly id: string } | null | Error;

/** Where ids lead. */
export interface NodeSources {
  readonly owners: Readonly<Record<string, NodeOwner>>;
  /** Transports by the name of the owning subgraph. */
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
  readonly log: Log;
}

const TEXT = 'query Nodes($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }';
const OPERATION: SubgraphOperation = { kind: 'query', name: 'Nodes', text: TEXT, document: parse(TEXT, { noLocation: true }) };

type Stub = { readonly __typename: string; readonly id: string };

/** The stub of a well-formed id of a known type. */
function stubOf(id: string, owners: NodeSources['owners']): { readonly stub: Stub; readonly subgraph: string } | undefined {
  const prefix = typeIdPrefix(id);
  if (prefix === undefined || !Object.hasOwn(owners, prefix) || parseTypeId(prefix, id) === undefined) return undefined;
  const { type, subgraph } = owners[prefix]!;
  return { stub: { __typename: type, id }, subgraph };
}

function entitiesOf({ data }: SubgraphAnswer, count: number): readonly Json[] {
  const entities = data?.['_entities'];
  if (!Array.isArray(entities) || entities.length !== count) throw new SubgraphFailure('SUBGRAPH_INVALID_RESPONSE', 'no list of entities');
  return entities as readonly Json[];
}

/** Asks one owner which of its things exist for the caller. A refusal of a single one is a null, as for an absent one. */
async function ask(
  subgraph: string,
  stubs: readonly Stub[],
  { transports, log }: NodeSources,
  meta: CallMeta,
): Promise<readonly FoundNode[]> {
  try {
    const transport = transports.get(subgraph);
    if (!transport) throw new SubgraphFailure('SUBGRAPH_UNAVAILABLE', `no transport for subgraph ${subgraph}`);
    const answer = await transport.call(OPERATION, { representations: stubs as unknown as Json }, meta);
    const entities = entitiesOf(answer, stubs.length);
    return stubs.map((stub, index) => (entities[index] === null ? null : stub));
  } catch (reason) {
    const code = reason instanceof SubgraphFailure ? reason.code : 'SUBGRAPH_UNAVAILABLE';
    log.warn('nodes.owner-unavailable', { service: subgraph, requestId: meta.requestId, code, error: reason });
    return stubs.map(() => graphqlError(code, 'A part of the platform is not available.', { service: subgraph }));
  }
}

/**
 * Which ids lead to something that the caller may see: each owner is asked once, for all of its ids together.
 * Without asking, the planner would answer `{ __typename id }` from the stub alone and invent things that are not there.
 */
export async function existingNodes(ids: readonly string[], sources: NodeSources, meta: CallMeta): Promise<readonly FoundNode[]> {
  const byOwner = new Map<string, Map<string, Stub>>();
  for (const id of ids) {
    const known = stubOf(id, sources.owners);
    if (known) byOwner.set(known.subgraph, (byOwner.get(known.subgraph) ?? new Map<string, Stub>()).set(id, known.stub));
  }
  const found = new Map<string, FoundNode>();
  const askOwner = async ([subgraph, stubs]: readonly [string, ReadonlyMap<string, Stub>]) => {
    const answers = await ask(subgraph, [...stubs.values()], sources, meta);
    for (const [index, id] of [...stubs.keys()].entries()) found.set(id, answers[index]!);
  };
  await Promise.all([...byOwner].map(askOwner));
  return ids.map((id) => found.get(id) ?? null);
}
