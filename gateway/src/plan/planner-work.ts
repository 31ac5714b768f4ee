import { Supergraph } from '@apollo/federation-internals';
import { parse } from 'graphql';
import { costWeights } from '../guard/cost-weights.ts';
import { readDocument } from '../pipeline/read-document.ts';
import { apiSchemaOf } from '../supergraph/api-schema.ts';
import { overrideLabels } from '../supergraph/override-labels.ts';
import { documentPlanner } from './document-planner.ts';
import { introspect } from './own/introspection.ts';
import { supergraphTypes } from './own/supergraph-types.ts';
import { planOperation } from './plan-operation.ts';
import type { PlannerJob, SupergraphDefinitions } from './planner-message.ts';

/** Everything about documents that takes too long for a thread that serves clients. */
export interface PlannerWork {
  readonly definitions: SupergraphDefinitions;
  /** Does one job and answers its result as JSON. @throws what cannot be planned */
  run(job: PlannerJob): string;
}

/** Prepares to work on documents of one supergraph: CPU work of some tenths of a second. @throws what is wrong with the supergraph */
export function plannerWork(supergraphSdl: string): PlannerWork {
  const document = parse(supergraphSdl);
  const supergraph = Supergraph.build(document);
  const { schema, definitions } = apiSchemaOf(supergraph, document);
  const types = supergraphTypes(document);
  const reading = { schema, costWeights: costWeights(document), labelsOf: overrideLabels(document, types.plannedNames) };
  const planning = { planner: documentPlanner(document, supergraph), schema, types };
  const resultOf = (job: PlannerJob): object => {
    switch (job.kind) {
      case 'read':
        return readDocument(reading, job.document);
      case 'plan':
        return planOperation(planning, job.operation, job.labels);
      case 'introspect':
        return introspect(schema, job.query, job.variables);
    }
  };
  const own = document.definitions.map(({ loc }) => supergraphSdl.slice(loc!.start, loc!.end));
  return { definitions: { supergraph: own, api: definitions }, run: (job) => JSON.stringify(resultOf(job)) };
}
