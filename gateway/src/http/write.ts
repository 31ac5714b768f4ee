import { errorCodes, isErrorCode, type ErrorCode } from '@veza/graphql';
import type { GraphQLFormattedError } from 'graphql';
import type { AnyError, Outcome, Refused } from '../pipeline/outcome.ts';
import type { PlanAnswer } from '../plan/executor.ts';
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
  'UNAUTHENTICATED',
  'FORBIDDEN',
]);
const DEFAULT_RETRY_SECONDS = 1;

const extensionsOf = (error: AnyError | undefined) => (error && 'extensions' in error ? error.extensions : undefined);

function codeOf(error: AnyError | undefined): ErrorCode {
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

/** JSON text of errors alone; the last ones are left out when it would be larger than `maxBytes`. */
export function errorsJson(errors: readonly AnyError[], maxBytes: number): string {
  for (let count = errors.length; count > 1; count -= 1) {
    const text = JSON.stringify({ errors: errors.slice(0, count) });
    if (Buffer.byteLength(text) <= maxBytes) return text;
  }
  return JSON.stringify({ errors: errors.slice(0, 1) });
}

/** JSON text of an answer; its data is written already. */
export function answerJson({ dataJson, errors }: Pick<PlanAnswer, 'dataJson' | 'errors'>): string {
  return errors.length === 0 ? `{"data":${dataJson}}` : `{"errors":${JSON.stringify(errors)},"data":${dataJson}}`;
}

/** A refusal as HTTP carries it. @param maxBytes of its body */
export function writeRefusal(refusal: Pick<Refused, 'stage' | 'errors'>, mediaType: MediaType, maxBytes: number): HttpAnswer {
  const status = statusOf(refusal, mediaType);
  return { status, headers: headersOf(status, refusal.errors[0]), body: errorsJson(refusal.errors, maxBytes) };
}

/** An outcome as HTTP carries it; streams have been refused before. */
export function writeOutcome(outcome: Exclude<Outcome, { kind: 'streaming' }>, mediaType: MediaType, maxErrorBytes: number): HttpAnswer {
  if (outcome.kind === 'refused') return writeRefusal(outcome, mediaType, maxErrorBytes);
  return { status: 200, headers: {}, body: answerJson(outcome.answer) };
}

/** An error of the transport itself, e.g. 406, with the status of its code. */
export function writeError(error: GraphQLFormattedError, maxBytes: number, status = errorCodes[codeOf(error)].status): HttpAnswer {
  return { status, headers: headersOf(status, error), body: errorsJson([error], maxBytes) };
}
