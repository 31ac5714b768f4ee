import { errorCodes, isErrorCode, type ErrorCode } from '@veza/graphql';
import type { Log } from '@veza/telemetry';
import type { GraphQLFormattedError } from 'graphql';
import type { CallMeta, SubgraphFailure } from '../../transport/port.ts';
import type { Absences } from './absence.ts';
import type { ResponsePath } from './fetch/targets.ts';

/** Whether a request goes to subgraphs of a foreign supergraph: those see headers as they came. */
export function isForeign({ forwardedHeaders }: Pick<CallMeta, 'forwardedHeaders'>): boolean {
  return forwardedHeaders !== undefined;
}

/** Facts of a subgraph's error that clients may see. */
const PUBLIC_FACTS = ['service', 'retryable', 'retryAfterMs', 'limit', 'cost'] as const;

const MASKED_MESSAGE = 'Something went wrong.';

/** An error of the gateway itself, at a place of the answer. */
export function gatewayError(
  code: ErrorCode,
  message: string,
  path: ResponsePath | undefined,
  facts: Record<string, unknown> = {},
): GraphQLFormattedError {
  const extensions = { code, retryable: errorCodes[code].isRetryable, ...facts };
  return path ? { message, path: [...path], extensions } : { message, extensions };
}

const FAILURE_MESSAGES: Readonly<Record<SubgraphFailure['code'], string>> = {
  SUBGRAPH_UNAVAILABLE: 'A part of the platform is not available.',
  SUBGRAPH_INVALID_RESPONSE: 'A part of the platform gave an answer that makes no sense.',
  OPERATION_TIMEOUT: 'The operation took too long.',
};

/** The error for a subgraph that gave no usable answer. The reason is for the log alone: it may hold addresses. */
export function failureError(failure: SubgraphFailure, service: string, path: ResponsePath | undefined): GraphQLFormattedError {
  return gatewayError(failure.code, FAILURE_MESSAGES[failure.code], path, { service });
}

/** Where an error of a subgraph came from, for the log. */
export interface ErrorSource {
  readonly service: string;
  readonly requestId: string;
  readonly log: Log;
  /** Whether the subgraph is of a foreign supergraph, whose errors are a part of its interface like its data. */
  readonly isForeign?: boolean;
}

function publicFacts(extensions: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(PUBLIC_FACTS.flatMap((name) => (Object.hasOwn(extensions, name) ? [[name, extensions[name]]] : [])));
}

/** What servers add for their developers; it is for nobody else. */
const DEVELOPER_FACTS: ReadonlySet<string> = new Set(['stacktrace', 'exception']);

/** An error of a foreign subgraph: as it came, with the name of the subgraph. */
function foreignError(
  { message, extensions = {} }: GraphQLFormattedError,
  path: ResponsePath | undefined,
  service: string,
): GraphQLFormattedError {
  const facts = Object.fromEntries(Object.entries(extensions).filter(([name]) => !DEVELOPER_FACTS.has(name)));
  const told = { message: String(message), extensions: { ...facts, service } };
  return path ? { ...told, path: [...path] } : told;
}

/**
 * An error of a subgraph as the client may see it. Codes of the closed list pass with their message; everything else is
 * masked as INTERNAL_SERVER_ERROR and the original goes to the log.
 */
export function maskedError(error: GraphQLFormattedError, path: ResponsePath | undefined, source: ErrorSource): GraphQLFormattedError {
  if (source.isForeign) return foreignError(error, path, source.service);
  const extensions = error.extensions ?? {};
  const code = extensions['code'];
  if (isErrorCode(code) && code !== 'INTERNAL_SERVER_ERROR') {
    return gatewayError(code, String(error.message), path, publicFacts(extensions));
  }
  const { service, requestId, log } = source;
  log.warn('subgraph.error-masked', { service, requestId, code, message: error.message, path: path?.join('.') });
  return gatewayError('INTERNAL_SERVER_ERROR', MASKED_MESSAGE, path);
}

/** What is known of nulls in a run. */
export interface Faults {
  /** As the client will see them. */
  readonly errors: GraphQLFormattedError[];
  /** Places that an error elsewhere has emptied: a subgraph answered null for the whole because of one part. */
  readonly emptied: ResponsePath[];
  /** What does not exist for the caller: nulls below it are no errors. */
  readonly absences: Absences;
}

function startsWith(path: ResponsePath, start: ResponsePath): boolean {
  return start.length <= path.length && start.every((segment, index) => segment === path[index]);
}

/** Whether an error explains a null at a path already. An error without a path is about everything. */
export function isExplained(path: ResponsePath, { errors, emptied }: Pick<Faults, 'errors' | 'emptied'>): boolean {
  const isTold = errors.some(({ path: other = [] }) => startsWith(path, other) || startsWith(other, path));
  return isTold || emptied.some((place) => startsWith(path, place));
}

/** Whether something went wrong at a place or above it, so that it was never answered. */
export function isLost(path: ResponsePath, { errors, emptied }: Pick<Faults, 'errors' | 'emptied'>): boolean {
  return errors.some(({ path: other = [] }) => startsWith(path, other)) || emptied.some((place) => startsWith(path, place));
}
