import { jsonDepth } from '@veza/guard';
import type { HttpAnswer } from './http-exchange.ts';
import { type SubgraphAnswer, SubgraphFailure } from './port.ts';

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

/** Statuses by which a subgraph, or a proxy before it, says that it cannot serve. 401 and 403: it refuses the gateway itself. */
const UNAVAILABLE = new Set([401, 403, 502, 503, 504]);

/** The GraphQL answer in an HTTP answer. Throws `SubgraphFailure`. */
export function readAnswer({ status, isJson, body }: HttpAnswer): SubgraphAnswer {
  if (UNAVAILABLE.has(status)) throw new SubgraphFailure('SUBGRAPH_UNAVAILABLE', `the subgraph answered with status ${status}`);
  if (isJson && status < 500) return parsed(body);
  throw status >= 500
    ? new SubgraphFailure('SUBGRAPH_UNAVAILABLE', `the subgraph answered with status ${status}`)
    : invalid(`the subgraph answered with status ${status} and no JSON`);
}
