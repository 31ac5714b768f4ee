import type { Clock } from '@veza/kernel';
import type { GraphQLFormattedError } from 'graphql';
import type { JsonObject } from '../../transport/port.ts';
import type { PlanAnswer, PlanRequest } from '../plan-answer.ts';
import { scopeOf } from '../scope.ts';
import { ALWAYS_PRESENT, presenceOf } from './calls/presence.ts';
import type { SubgraphCalls } from './calls/subgraph-calls.ts';
import type { ExecutionContext, Step } from './context.ts';
import type { PlaceErrors } from './fetch/error-places.ts';
import type { Faults } from './errors.ts';
import type { Introspect } from './introspect.ts';
import { emptyObject } from './own-property.ts';
import type { ResponseWriter } from './writer/writer.ts';

/** What turns a request into an answer once its operation is compiled. */
export interface Program {
  /** Undefined when no subgraph has to be asked. */
  readonly step: Step | undefined;
  readonly introspect: Introspect | undefined;
  readonly writer: ResponseWriter;
  readonly placeErrors: PlaceErrors;
  readonly calls: SubgraphCalls;
  readonly clock: Clock;
}

const NO_INTROSPECTION: Readonly<Record<string, string>> = {};

/** `extensions.requestId` stands in every error, so that a report leads to the log. */
function withRequestId(errors: readonly GraphQLFormattedError[], requestId: string): readonly GraphQLFormattedError[] {
  return errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }));
}

/** Runs a program under its deadline. @param seed puts what is already known into the data, as the event of a subscription */
export async function run(program: Program, request: PlanRequest, seed?: (context: ExecutionContext) => void): Promise<PlanAnswer> {
  const { step, introspect, writer, placeErrors, calls, clock } = program;
  const variables: JsonObject = request.variables;
  const faults: Faults = { errors: [], emptied: [], absences: new Map() };
  const data = emptyObject();
  if (step || seed) {
    const { meta } = request;
    const presence = step ? presenceOf(meta, clock) : ALWAYS_PRESENT;
    const since = seed ? calls.lastPlace() : 0;
    const context: ExecutionContext = {
      request,
      calls,
      meta,
      scope: scopeOf(meta),
      presence,
      since,
      data,
      errors: faults.errors,
      emptied: faults.emptied,
      absences: faults.absences,
      dataBytes: 0,
      isHalted: false,
    };
    seed?.(context);
    await step?.(context);
    presence.release();
  }
  const introspection = introspect ? await introspect(variables) : NO_INTROSPECTION;
  const { dataJson, objectCount, found } = writer.write({ data, variables, introspection, faults });
  const errors = placeErrors([...faults.errors, ...found], dataJson);
  return { dataJson, objectCount, errors: withRequestId(errors, request.meta.requestId) };
}
