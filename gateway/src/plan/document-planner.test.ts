import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { chain } from '../../test/differential/supergraphs/chain.ts';
import { returning } from '../../test/differential/supergraphs/returning.ts';
import { documentPlanner } from './document-planner.ts';
import type { PlanNode, QueryPlan } from './query-plan.ts';
import { lackingInputs } from './required-inputs/lacking-inputs.ts';
import { requiringApart } from './required-inputs/requiring-apart.ts';

function supergraphOf(sdls: Readonly<Record<string, string>>) {
  const services = Object.entries(sdls).map(([name, sdl]) => ({ name, url: `http://${name}.invalid`, typeDefs: parse(sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (errors) throw new Error(errors.map(String).join('\n'));
  return parse(supergraphSdl);
}

/** Subgraphs in the order in which they are asked. */
function servicesOf(node: PlanNode): readonly string[] {
  if (node.kind === 'Fetch') return [node.serviceName];
  if (node.kind === 'Flatten') return servicesOf(node.node);
  return 'nodes' in node ? node.nodes.flatMap(servicesOf) : [];
}

const nodeOf = ({ node }: QueryPlan) => node as PlanNode;

describe('documentPlanner', () => {
  const document = supergraphOf(returning);
  const plan = documentPlanner(document, Supergraph.build(document));
  const lacks = lackingInputs(document);

  it('comes back to a subgraph with what a field there requires', () => {
    const planned = nodeOf(plan('{ items { fourth } }', []));
    const services = servicesOf(planned);
    expect(services.slice(-3)).toEqual(['b', 'a', 'c']);
    expect(new Set(services)).toEqual(new Set(['a', 'b', 'c']));
    expect(lacks(planned)).toBe(false);
  });

  it('asks no subgraph twice where nothing is lacking', () => {
    expect(servicesOf(nodeOf(plan('{ items { base sku } }', [])))).toEqual(['a']);
    const other = supergraphOf(chain);
    const planned = documentPlanner(other, Supergraph.build(other))('{ items { half base self { half } } }', []);
    expect(servicesOf(nodeOf(planned))).toEqual(['a', 'b', 'b']);
  });

  it('notices a field that is asked for without what it requires', () => {
    const fetch = { kind: 'Fetch', serviceName: 'a', operationKind: 'query' } as const;
    const entities = (requires: string) => ({
      ...fetch,
      operation: 'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Item { third } } }',
      requires: [{ kind: 'InlineFragment', typeCondition: 'Item', selections: [{ kind: 'Field', name: requires }] } as const],
    });
    expect(lacks({ ...fetch, operation: '{ items { id third } }' })).toBe(true);
    expect(lacks({ ...fetch, operation: '{ items { self { id } } }' })).toBe(false);
    expect(lacks({ kind: 'Condition', condition: 'c', elseClause: { kind: 'Flatten', path: ['items', '@'], node: entities('id') } })).toBe(
      true,
    );
    expect(lacks({ kind: 'Sequence', nodes: [{ kind: 'Parallel', nodes: [entities('half')] }] })).toBe(false);
  });

  it('has nothing to put apart where nothing is required', () => {
    expect(requiringApart(parse('type Query { a: Int }'))).toBeUndefined();
  });
});
