import {
  type CallMeta,
  type JsonObject,
  type SubgraphAnswer,
  SubgraphFailure,
  type SubgraphOperation,
  type SubgraphTransport,
} from '../../../transport/port.ts';
import type { Log } from '@veza/telemetry';
import type { ExecutionContext } from '../context.ts';
import { isDataObject } from '../own-property.ts';

/** A subgraph's answer, or why there is none. */
export type Outcome = SubgraphAnswer | SubgraphFailure;

/** A prepared request of a plan. */
export interface Request {
  readonly service: string;
  readonly transport: SubgraphTransport;
  readonly operation: SubgraphOperation;
  readonly log: Log;
}

const timeout = () => new SubgraphFailure('OPERATION_TIMEOUT', 'The operation took too long.');

function failureOf(service: string) {
  return (reason: unknown): SubgraphFailure =>
    reason instanceof SubgraphFailure
      ? reason
      : new SubgraphFailure('SUBGRAPH_UNAVAILABLE', `${service} could not be asked`, { cause: reason });
}

/** Refuses what is not an answer of the GraphQL specification. */
export function checkedAnswer(answer: SubgraphAnswer, service: string): Outcome {
  const { data, errors } = answer;
  const isWellFormed = (data === undefined || data === null || isDataObject(data)) && (errors === undefined || Array.isArray(errors));
  if (isWellFormed && (data !== undefined || errors !== undefined)) return answer;
  return new SubgraphFailure('SUBGRAPH_INVALID_RESPONSE', `${service} did not answer as GraphQL`);
}

function logged(outcome: Outcome, { service, log }: Request, { requestId }: CallMeta): Outcome {
  if (outcome instanceof SubgraphFailure) {
    const { code, message, cause } = outcome;
    log.warn('subgraph.call-failed', { service, requestId, code, reason: message, error: cause });
  }
  return outcome;
}

/** Sends one request to a subgraph. The only place where a plan's fetches leave; never rejects. An answer after the deadline is dropped. */
export async function send(context: ExecutionContext, request: Request, variables: JsonObject): Promise<Outcome> {
  if (context.isExpired()) return timeout();
  const { service, transport, operation } = request;
  const meta: CallMeta = context.request.meta;
  const outcome = await Promise.race([transport.call(operation, variables, meta).catch(failureOf(service)), context.expired]);
  return logged(outcome instanceof SubgraphFailure ? outcome : checkedAnswer(outcome, service), request, meta);
}

/** The variables that a request uses; one that is not given stays absent. */
export function pickVariables(names: readonly string[], variables: JsonObject): JsonObject {
  const picked: JsonObject = {};
  for (const name of names) if (variables[name] !== undefined) picked[name] = variables[name];
  return picked;
}
