import { type GraphQLSchema, parse, print, visit } from 'graphql';
import { anchored } from './anchored.ts';
import type { DocumentPlanner } from './document-planner.ts';
import { distinctNames } from './distinct-names.ts';
import { reducedIntrospection } from './own/introspection.ts';
import type { SupergraphTypes } from './own/supergraph-types.ts';
import { writerProgram } from './own/writer/writer-program.ts';
import type { PlannedOperation } from './planned-operation.ts';

/** What operations are planned with: all of one supergraph. */
export interface PlanningTools {
  readonly planner: DocumentPlanner;
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly types: Pick<SupergraphTypes, 'plannedNames' | 'entityTypes'>;
}

/**
 * Plans an operation after what the planner would get wrong has been taken out of it, and generates the code that writes its answers.
 * @param operation one valid operation, normalised, with the fragments it needs
 * @param labels of `@override` that hold
 * @throws what the planner refuses
 */
export function planOperation(
  { planner, schema, types }: PlanningTools,
  operation: string,
  labels: readonly string[] = [],
): PlannedOperation {
  const { document, clientNames } = distinctNames(parse(operation, { noLocation: true }), types.plannedNames);
  const queryPlan = planner(print(anchored(document)), labels);
  const answeredNames = new Set<string>();
  visit(document, { Field: ({ alias, name }) => void answeredNames.add((alias ?? name).value) });
  const introspection = reducedIntrospection(document);
  return {
    queryPlan,
    text: print(document),
    clientNames: [...clientNames],
    answeredNames: [...answeredNames],
    ...(introspection && { introspection }),
    writer: writerProgram(document, { schema, entityTypes: types.entityTypes, clientNames }),
  };
}
