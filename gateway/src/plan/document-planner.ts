import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import { usualRoots } from './usual-roots.ts';

/** Plans one validated operation, given as text with its fragments, and answers the JSON text of the plan. @throws what the planner refuses */
export type DocumentPlanner = (operation: string) => string;

/** Builds the planner of a supergraph: CPU work of a tenth of a second, and of milliseconds for each document. */
export function documentPlanner(supergraphSdl: string): DocumentPlanner {
  const document = parse(supergraphSdl);
  const rename = usualRoots(document);
  const supergraph = Supergraph.build(rename(document));
  const apiSchema = supergraph.apiSchema();
  const planner = new QueryPlanner(supergraph, {
    exposeDocumentNodeInFetchNode: false,
    // Finding fragments again takes most of the planning, and graphql-jit in subgraphs mixes up the conditions of a fragment spread twice.
    reuseQueryFragments: false,
    incrementalDelivery: { enableDefer: false },
    typeConditionedFetching: false,
  });
  return (operation) => JSON.stringify(planner.buildQueryPlan(operationFromDocument(apiSchema, rename(parse(operation)))));
}
