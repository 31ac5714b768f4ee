import { type ExecutionResult, type FormattedExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import { type ErrorCode, errorCodes, isErrorCode } from '../error-codes.ts';
import { maskError } from '../error-mask.ts';

/** An answer with its HTTP status: 200 whenever it has a `data` entry. */
export interface Answer {
  readonly statusCode: number;
  readonly response: FormattedExecutionResult;
}

const VARIABLE = /^Variable "\$\w+" (got invalid value|of required type|of non-null type) /;
/** Refusals of the server framework that carry no code of ours. */
const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'CONTENT_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

/** What graphql-js refused a whole request for; it tells only in words. */
function requestCode({ message }: GraphQLError): ErrorCode {
  if (message.startsWith('Syntax Error')) return 'GRAPHQL_PARSE_FAILED';
  return VARIABLE.test(message) ? 'BAD_USER_INPUT' : 'GRAPHQL_VALIDATION_FAILED';
}

const malformed = (code: ErrorCode = 'BAD_REQUEST') =>
  new GraphQLError('the request is not one that can be answered', { extensions: { code } });

/** mercurius wraps what it refuses a document for into one error that lists the real ones; a body of the wrong shape is listed by its schema check. */
function unwrapped(error: GraphQLError): readonly GraphQLError[] {
  const listed = (error.originalError as { readonly errors?: unknown } | undefined)?.errors;
  if (!Array.isArray(listed)) return [error];
  return listed.map((inner: unknown) => (inner instanceof GraphQLError ? inner : malformed()));
}

/** A refusal of the server framework as one of ours; undefined for everything that is not its fault. */
function frameworkRefusal(error: GraphQLError): GraphQLError | undefined {
  const status = (error.originalError as { readonly statusCode?: unknown } | undefined)?.statusCode;
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined;
  return malformed(BY_STATUS[status]);
}

function statusOf({ data, errors }: FormattedExecutionResult): number {
  const code = errors?.[0]?.extensions?.['code'];
  return data === undefined && isErrorCode(code) ? errorCodes[code].status : 200;
}

/** An execution's result, or a refusal before it, as it may leave the subgraph. */
export function answerOf(schema: GraphQLSchema, execution: ExecutionResult, requestId: string): Answer {
  const errors = (execution.errors ?? []).flatMap((error) =>
    unwrapped(error).map((inner) => maskError(schema, frameworkRefusal(inner) ?? inner, requestId, requestCode(inner))),
  );
  const response = { ...(execution.data === undefined ? {} : { data: execution.data }), ...(errors.length > 0 ? { errors } : {}) };
  return { statusCode: statusOf(response), response };
}
