import { jsonDepth } from '@veza/guard';
import type { HttpAnswer } from './http-exchange.ts';
import { type FailureKind, type SubgraphAnswer, SubgraphFailure } from './port.ts';

/** Deepest nesting of an answer. @see gateway.md 3.3 */
const MAX_DEPTH = 64;

const invalid = (message: string, cause?: unknown) => new SubgraphFailure('SUBGRAPH_INVALID_RESPONSE', message, { cause });

function parsed(body: Buffer): SubgraphAnswer {
  if (jsonDepth(body, MAX_DEPTH) > MAX_DEPTH) throw invalid(`the answer is nested more than ${MAX_DEPTH} levels deep`);
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    throw invalid('the answer is not JSON', error);
  }
  throw invalid('the answer is not a GraphQL answer');
}

/** Statuses that are told apart, because a subgraph that refuses the gateway is not ill, and one that cannot serve now may serve soon. */
const KINDS: ReadonlyMap<number, FailureKind> = new Map([
  [401, 'refused'],
  [403, 'refused'],
  [502, 'unavailable'],
  [503, 'unavailable'],
  [504, 'unavailable'],
]);

/** The GraphQL answer in an HTTP answer. Throws `SubgraphFailure`. */
export function readAnswer({ status, isJson, body }: HttpAnswer): SubgraphAnswer {
  const kind = KINDS.get(status) ?? (status >= 500 ? 'broken' : undefined);
  if (kind) throw new SubgraphFailure('SUBGRAPH_UNAVAILABLE', `the subgraph answered with status ${status}`, { kind });
  if (isJson) return parsed(body);
  throw invalid(`the subgraph answered with status ${status} and no JSON`);
}
