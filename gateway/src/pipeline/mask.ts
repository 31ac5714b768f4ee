import { errorCodes, isErrorCode } from '@veza/graphql';
import type { Log } from '@veza/telemetry';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Turns whatever went wrong into what a client may see. */
export type ErrorMask = (error: unknown, requestId: string) => GraphQLFormattedError;

const MASKED_MESSAGE = 'Something went wrong.';

function isFormatted(error: unknown): error is GraphQLFormattedError {
  return typeof error === 'object' && error !== null && 'message' in error && !(error instanceof Error);
}

function formatted(error: unknown): GraphQLFormattedError | undefined {
  if (error instanceof GraphQLError) return error.toJSON();
  return isFormatted(error) ? error : undefined;
}

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? error.originalError : error;
}

/** What passes beside the codes of the closed list. */
export interface MaskOptions {
  /** Whether errors that name the subgraph they come from pass, whatever their code: of a foreign supergraph they are a part of its interface. */
  readonly passesForeign?: boolean;
}

/**
 * Lets errors with a code of the closed list pass, with the request id and whether to try again; everything else becomes
 * INTERNAL_SERVER_ERROR and goes to the log, once, with its cause.
 */
export function errorMask(log: Log, { passesForeign = false }: MaskOptions = {}): ErrorMask {
  return (error, requestId) => {
    const seen = formatted(error);
    const code = seen?.extensions?.['code'];
    if (seen && isErrorCode(code)) {
      return { ...seen, extensions: { ...seen.extensions, code, requestId, retryable: errorCodes[code].isRetryable } };
    }
    if (passesForeign && seen && typeof seen.extensions?.['service'] === 'string')
      return { ...seen, extensions: { ...seen.extensions, requestId } };
    log.error('gateway.internal-error', { requestId, error: causeOf(error) });
    return { message: MASKED_MESSAGE, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId, retryable: false } };
  };
}
