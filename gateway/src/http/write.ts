import { errorCodes, isErrorCode, type ErrorCode } from '@veza/graphql';
import type { GraphQLFormattedError } from 'graphql';
import type { AnyError, OperationAnswer, Outcome, Refused } from '../pipeline/outcome.ts';
import type { AnswerExtensions, Throttle } from '../pipeline/throttle.ts';
import { ACCEPTED_CODINGS } from './inflated-body.ts';
import type { MediaType } from './negotiate.ts';

/** An answer as HTTP carries it. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Codes whose requests were well formed: with `application/json` they are answered with 200. */
const WELL_FORMED: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
  'OPERATION_LIMIT_EXCEEDED',
  'COST_LIMIT_EXCEEDED',
  'PERSISTED_DOCUMENT_NOT_FOUND',
  'PERSISTED_QUERY_NOT_FOUND',
  'DOCUMENT_REQUIRED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
]);
const DEFAULT_RETRY_SECONDS = 1;

const extensionsOf = (error: AnyError | undefined) => (error && 'extensions' in error ? error.extensions : undefined);

/** The code of an error; one without is a fault of ours. */
export function codeOf(error: AnyError | undefined): ErrorCode {
  const code = extensionsOf(error)?.['code'];
  return isErrorCode(code) ? code : 'INTERNAL_SERVER_ERROR';
}

/** The status of a refusal. A bad token is no well-formed request in either media type. */
function statusOf({ stage, errors }: Pick<Refused, 'stage' | 'errors'>, mediaType: MediaType): number {
  const code = codeOf(errors[0]);
  const isFine = mediaType === 'application/json' && stage !== 'identity' && WELL_FORMED.has(code);
  return isFine ? 200 : errorCodes[code].status;
}

function headersOf(status: number, error: AnyError | undefined): Readonly<Record<string, string>> {
  if (status === 401) return { 'www-authenticate': 'Bearer' };
  if (status === 405) return { allow: 'POST' };
  if (status === 415) return { 'accept-post': 'application/json', 'accept-encoding': ACCEPTED_CODINGS };
  if (status !== 429 && status !== 503) return {};
  const retryAfterMs = Number(extensionsOf(error)?.['retryAfterMs'] ?? DEFAULT_RETRY_SECONDS * 1000);
  return { 'retry-after': String(Math.max(1, Math.ceil(retryAfterMs / 1000))) };
}

/**
 * What a caller may still spend, in whole points and seconds.
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */
export function throttleHeaders(throttle: Throttle | undefined): Readonly<Record<string, string>> {
  if (!throttle) return {};
  const { capacity, remaining, refillPerSecond, resetMs } = throttle;
  return {
    'ratelimit-policy': `"points";q=${capacity};w=${Math.ceil(capacity / refillPerSecond)}`,
    ratelimit: `"points";r=${Math.floor(remaining)};t=${Math.ceil(resetMs / 1000)}`,
  };
}

/** JSON text of errors alone; the last ones are left out when it would be larger than `maxBytes`. */
export function errorsJson(errors: readonly AnyError[], maxBytes: number, extensions?: AnswerExtensions): string {
  const textOf = (count: number) => JSON.stringify({ errors: errors.slice(0, count), ...(extensions && { extensions }) });
  for (let count = errors.length; count > 1; count -= 1) {
    const text = textOf(count);
    if (Buffer.byteLength(text) <= maxBytes) return text;
  }
  return textOf(1);
}

/** JSON text of an answer; its data is written already. */
export function answerJson({ dataJson, errors, extensions }: Omit<OperationAnswer, 'objectCount'>): string {
  const first = errors.length === 0 ? '' : `"errors":${JSON.stringify(errors)},`;
  return extensions ? `{${first}"data":${dataJson},"extensions":${JSON.stringify(extensions)}}` : `{${first}"data":${dataJson}}`;
}

/** A refusal as HTTP carries it. @param maxBytes of its body */
export function writeRefusal(refusal: Omit<Refused, 'kind'>, mediaType: MediaType, maxBytes: number): HttpAnswer {
  const { errors, extensions, throttle } = refusal;
  const status = statusOf(refusal, mediaType);
  return {
    status,
    headers: { ...headersOf(status, errors[0]), ...throttleHeaders(throttle) },
    body: errorsJson(errors, maxBytes, extensions),
  };
}

/** An outcome as HTTP carries it; streams have been refused before. */
export function writeOutcome(outcome: Exclude<Outcome, { kind: 'streaming' }>, mediaType: MediaType, maxErrorBytes: number): HttpAnswer {
  if (outcome.kind === 'refused') return writeRefusal(outcome, mediaType, maxErrorBytes);
  return { status: 200, headers: throttleHeaders(outcome.throttle), body: answerJson(outcome.answer) };
}

/** An error of the transport itself, e.g. 406, with the status of its code. */
export function writeError(error: GraphQLFormattedError, maxBytes: number, status = errorCodes[codeOf(error)].status): HttpAnswer {
  return { status, headers: headersOf(status, error), body: errorsJson([error], maxBytes) };
}
