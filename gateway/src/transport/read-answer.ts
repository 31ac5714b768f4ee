import { jsonDepth } from '@veza/guard';
import type { HttpAnswer } from './http-exchange.ts';
import { byteSize, type FailureKind, type SubgraphAnswer, SubgraphFailure } from './port.ts';

const invalid = (message: string, cause?: unknown) => new SubgraphFailure('SUBGRAPH_INVALID_RESPONSE', message, { cause });

/** How the subgraph speaks. */
export interface AnswerReading {
  /** Whether it answers as ours do: whatever is not 2xx is no answer. Others may refuse a request with a status and GraphQL errors. */
  readonly isOwn: boolean;
  /** Deepest nesting of an answer. Levels. */
  readonly maxDepth: number;
}

/** Whether JSON is the answer of a GraphQL server, and not what a proxy says of it. */
const isGraphqlAnswer = (answer: object): boolean => ('errors' in answer && Array.isArray(answer.errors)) || 'data' in answer;

function parsed(body: Buffer, maxDepth: number): SubgraphAnswer {
  if (jsonDepth(body, maxDepth) > maxDepth) throw invalid(`the answer is nested more than ${maxDepth} levels deep`);
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.assign(value, { [byteSize]: body.length });
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

/** The GraphQL answer that came with a status which is none of success, if there is one. */
function refusalIn({ status, isJson, body }: HttpAnswer, maxDepth: number): SubgraphAnswer | undefined {
  if (!isJson || status < 400) return undefined;
  try {
    const answer = parsed(body, maxDepth);
    return isGraphqlAnswer(answer) ? answer : undefined;
  } catch {
    return undefined;
  }
}

/** The GraphQL answer in an HTTP answer. Throws `SubgraphFailure`. */
export function readAnswer(answer: HttpAnswer, { isOwn, maxDepth }: AnswerReading): SubgraphAnswer {
  const { status, isJson, body } = answer;
  const refusal = isOwn ? undefined : refusalIn(answer, maxDepth);
  if (refusal) return refusal;
  const kind = KINDS.get(status) ?? (status >= 500 ? 'broken' : undefined);
  if (kind) throw new SubgraphFailure('SUBGRAPH_UNAVAILABLE', `the subgraph answered with status ${status}`, { kind });
  if (isJson) return parsed(body, maxDepth);
  throw invalid(`the subgraph answered with status ${status} and no JSON`);
}
