import { QueryPlanner } from '@apollo/query-planner';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { defaultLimits, isExceeded, operationReadings, tokensReading } from '@veza/guard';
import { clientDocuments, supergraphSdl } from '@veza/schema';
import { type DocumentNode, Kind, type OperationDefinitionNode, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { operationCost } from '../src/guard/cost.ts';
import { costTree } from '../src/guard/cost-tree.ts';
import { costWeights } from '../src/guard/cost-weights.ts';
import type { PlanNode, QueryPlan } from '../src/plan/query-plan.ts';
import { apiSchemaOf } from '../src/supergraph/api-schema.ts';

const MAX_HOPS = 4;
const LARGEST_PAGE = { first: 100, last: 100 };

const sdl = parse(supergraphSdl());
const supergraph = Supergraph.build(sdl);
const { schema } = apiSchemaOf(supergraph, sdl);
const weights = costWeights(sdl);
const planner = new QueryPlanner(supergraph);
const documents = clientDocuments().filter(({ isPending }) => !isPending);

const operationOf = (document: DocumentNode) =>
  document.definitions.find((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION)!;

/** Fetches that have to wait for each other, one after the other. */
function hops(node: PlanNode | undefined): number {
  if (!node) return 0;
  switch (node.kind) {
    case 'Fetch':
      return 1;
    case 'Flatten':
      return hops(node.node);
    case 'Sequence':
      return node.nodes.reduce((sum, child) => sum + hops(child), 0);
    case 'Parallel':
      return Math.max(0, ...node.nodes.map(hops));
    case 'Condition':
      return Math.max(hops(node.ifClause), hops(node.elseClause));
    case 'Defer':
      throw new Error('nothing is deferred');
  }
}

function hopsOf(document: DocumentNode): number {
  const operation = operationFromDocument(supergraph.apiSchema(), document);
  const { node } = planner.buildQueryPlan(operation) as unknown as QueryPlan;
  return node?.kind === 'Subscription' ? 1 + hops(node.rest) : hops(node);
}

describe('every document of the app', () => {
  it.each(documents)('$name passes the limits with the largest pages', ({ document }) => {
    const operation = operationOf(document);
    const readings = [tokensReading(print(document), defaultLimits), ...operationReadings(document, operation, defaultLimits)];
    expect(readings.filter(isExceeded)).toEqual([]);
    const cost = operationCost(costTree(schema, weights, document, operation));
    expect(cost.of(LARGEST_PAGE)).toBeLessThanOrEqual(defaultLimits.cost);
  });

  it.each(documents)(`$name is planned with at most ${MAX_HOPS} fetches in a row`, ({ document }) => {
    expect(hopsOf(document)).toBeLessThanOrEqual(MAX_HOPS);
  });
});
