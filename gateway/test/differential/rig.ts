import { systemClock } from '@veza/kernel';
import { silentLog } from '@veza/telemetry';
import { execute, type GraphQLFormattedError, type GraphQLSchema, parse, print } from 'graphql';
import type { PlanAnswer, PlanExecutor } from '../../src/plan/executor.ts';
import { ownPlanExecutor } from '../../src/plan/own.ts';
import { supergraphTypes } from '../../src/plan/own/supergraph-types.ts';
import { referencePlanExecutor } from '../../src/plan/reference.ts';
import { normalise } from '../../src/pipeline/normalise.ts';
import { readVariables, variableCoercion } from '../../src/pipeline/variables.ts';
import type { JsonObject, SubgraphAnswer, SubgraphTransport } from '../../src/transport/port.ts';
import { callMeta, compose } from '../executor/fixture.ts';
import { plannerInPlace } from '../planner-in-place.ts';
import { type WholeSchema, wholeSchema } from './model/whole.ts';
import { type World, world } from './model/world.ts';

/** Changes what a subgraph answers. The same question always has the same answer. */
export type Spoil = (answer: SubgraphAnswer, text: string, variables: JsonObject) => SubgraphAnswer;

/** A fixture with both executors and the one schema. */
export interface Rig {
  readonly api: GraphQLSchema;
  readonly whole: WholeSchema;
  /** Prepares an operation as the pipeline does, for both executors. */
  prepare(text: string): Promise<PreparedOperation>;
}

/** An operation, ready to be run by everybody. */
export interface PreparedOperation {
  /** Coerced, with the constants of the document. */
  variables(given: JsonObject): JsonObject;
  own(variables: JsonObject): Promise<PlanAnswer>;
  reference(variables: JsonObject): Promise<PlanAnswer>;
  whole(variables: JsonObject): ReturnType<WholeSchema>;
}

function transportsOf({ subgraphs }: World, spoil: Spoil): ReadonlyMap<string, SubgraphTransport> {
  return new Map(
    subgraphs.map(({ name, schema }) => [
      name,
      {
        async call({ text, document }, variables) {
          const answer = await execute({ schema, document, variableValues: variables });
          const { data, errors } = JSON.parse(JSON.stringify(answer)) as { data?: JsonObject | null; errors?: GraphQLFormattedError[] };
          return spoil({ ...(data !== undefined && { data }), ...(errors && { errors }) }, text, variables);
        },
        async *subscribe() {},
        close: () => Promise.resolve(),
      },
    ]),
  );
}

/** Composes subgraphs and puts the executors over them. */
export function openRig(sdls: Readonly<Record<string, string>>, spoil: Spoil = (answer) => answer): Rig {
  const { supergraphSdl, apiSchema: api } = compose(sdls);
  const self = world(sdls, supergraphTypes(parse(supergraphSdl)).plannedNames);
  const planner = plannerInPlace(supergraphSdl);
  const transports = transportsOf(self, spoil);
  const options = { supergraphSdl, apiSchema: api, transports, introspection: true, clock: systemClock, log: silentLog, planner };
  const executors: readonly PlanExecutor[] = [ownPlanExecutor(options), referencePlanExecutor(options)];
  const whole = wholeSchema(self, api);

  return {
    api,
    whole,
    async prepare(text) {
      const document = parse(text);
      const operation = document.definitions[0]!;
      if (operation.kind !== 'OperationDefinition') throw new Error('an operation comes first');
      const coerce = variableCoercion(api, readVariables(api, operation.variableDefinitions), { hideSuggestions: false, maxErrors: 1 });
      const normalised = normalise(api, document, operation);
      const [own, reference] = await Promise.all(executors.map((executor) => executor.prepare(print(normalised.document))));
      return {
        variables(given) {
          const coerced = coerce(given);
          if (!coerced.ok) throw new Error(String(coerced.errors));
          return { ...coerced.values, ...normalised.literals };
        },
        own: (variables) => own!.execute({ variables, meta: callMeta() }),
        reference: (variables) => reference!.execute({ variables, meta: callMeta() }),
        whole: (variables) => whole(normalised.document, variables),
      };
    },
  };
}
