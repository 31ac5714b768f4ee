import { type CallMeta, type JsonObject, type SubgraphAnswer, SubgraphFailure } from '../../../transport/port.ts';
import { isDataObject } from '../own-property.ts';
import type { Request } from './request.ts';

/** A subgraph's answer, or why there is none. */
export type Outcome = SubgraphAnswer | SubgraphFailure;

function failureOf(service: string, reason: unknown): SubgraphFailure {
  if (reason instanceof SubgraphFailure) return reason;
  return new SubgraphFailure('SUBGRAPH_UNAVAILABLE', `${service} could not be asked`, { cause: reason });
}

/** Refuses what is not an answer of the GraphQL specification. */
export function checkedAnswer(answer: SubgraphAnswer, service: string): Outcome {
  const { data, errors } = answer;
  const isWellFormed = (data === undefined || data === null || isDataObject(data)) && (errors === undefined || Array.isArray(errors));
  if (isWellFormed && (data !== undefined || errors !== undefined)) return answer;
  return new SubgraphFailure('SUBGRAPH_INVALID_RESPONSE', `${service} did not answer as GraphQL`);
}

/** Calls a subgraph, once. The only place where the fetches of plans leave. Never rejects. */
export async function dispatch({ service, transport, operation }: Request, variables: JsonObject, meta: CallMeta): Promise<Outcome> {
  try {
    return checkedAnswer(await transport.call(operation, variables, meta), service);
  } catch (reason) {
    return failureOf(service, reason);
  }
}
