import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Log } from '@veza/telemetry';
import { type ErrorCode, errorCodes, isErrorCode } from './error-codes.ts';
import { withoutValue } from './without-value.ts';

/** How a subgraph's errors become what clients may see. */
export interface ErrorMaskOptions {
  readonly subgraph: string;
  readonly log?: Log | undefined;
  readonly translateError?: ((error: unknown) => GraphQLError | undefined) | undefined;
}

const EXTENSION = 'vezaErrorMask';

/** Lets a schema's executors find how its errors are masked. */
export function setErrorMask(schema: GraphQLSchema, options: ErrorMaskOptions): void {
  schema.extensions = { ...schema.extensions, [EXTENSION]: options };
}

const maskOf = (schema: GraphQLSchema) => schema.extensions[EXTENSION] as ErrorMaskOptions | undefined;

/** The error that a resolver threw, without the layers that say where it happened. */
function thrown(error: unknown): unknown {
  let inner = error;
  while (inner instanceof GraphQLError && inner.originalError) inner = inner.originalError;
  return inner;
}

function codeOf(error: unknown): ErrorCode | undefined {
  const code = error instanceof GraphQLError ? error.extensions?.['code'] : undefined;
  return isErrorCode(code) ? code : undefined;
}

/** What the subgraph makes of an error. A translation that fails counts as none: the error it was made for is the one to report. */
function translated(error: unknown, options: ErrorMaskOptions | undefined): GraphQLError | undefined {
  try {
    const made = options?.translateError?.(error);
    return codeOf(made) ? made : undefined;
  } catch {
    return undefined;
  }
}

function place(error: GraphQLError): Pick<GraphQLFormattedError, 'path' | 'locations'> {
  return { ...(error.locations ? { locations: error.locations } : {}), ...(error.path ? { path: error.path } : {}) };
}

/** What a client sees of an error, the place where it happened left aside. */
type Shown = Required<Pick<GraphQLFormattedError, 'message' | 'extensions'>>;

function shown(seen: GraphQLError, code: ErrorCode, requestId: string): Shown {
  return { message: seen.message, extensions: { requestId, ...seen.extensions, code, retryable: errorCodes[code].isRetryable } };
}

/**
 * What a client sees of something that code threw: errors with a code of the closed list pass; what the subgraph can translate is
 * translated; everything else becomes INTERNAL_SERVER_ERROR with only the request id, and is logged once with its causes.
 */
export function maskThrown(schema: GraphQLSchema, error: unknown, requestId: string, path?: GraphQLError['path']): Shown {
  const known = codeOf(error);
  if (known) return shown(error as GraphQLError, known, requestId);
  const options = maskOf(schema);
  const cause = thrown(error);
  const translation = translated(cause, options);
  if (translation) return shown(translation, codeOf(translation)!, requestId);
  options?.log?.error('graphql.internal-error', { subgraph: options.subgraph, requestId, path: path?.join('.'), error: cause });
  return { message: 'something went wrong on our side', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId, retryable: false } };
}

/** What a request as a whole was refused for: graphql-js gives those no path, and they never come from code outside of it. */
const isOfRequest = (error: GraphQLError) => error.path === undefined && !codeOf(error) && thrown(error) instanceof GraphQLError;

/** What one of our scalars said of a value that it refused; undefined for every other error. */
function refusalOfScalar(error: GraphQLError): string | undefined {
  const cause = thrown(error);
  return cause !== error && cause instanceof GraphQLError && codeOf(cause) ? cause.message : undefined;
}

/**
 * One error of a result as a client may see it; see `maskThrown`. Values of variables appear in no message.
 * @param requestCode code for refusals of the whole request that carry none of their own, e.g. a variable of the wrong type
 */
export function maskError(
  schema: GraphQLSchema,
  error: GraphQLError,
  requestId: string,
  requestCode: ErrorCode = 'BAD_USER_INPUT',
): GraphQLFormattedError {
  const seen = isOfRequest(error) ? shown(error, requestCode, requestId) : maskThrown(schema, error, requestId, error.path);
  const message = error.path ? seen.message : withoutValue(seen.message, refusalOfScalar(error));
  return { ...seen, message, ...place(error) };
}
