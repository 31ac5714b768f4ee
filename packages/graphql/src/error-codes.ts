/** What is fixed about one code of a system error. */
export interface ErrorCodeFacts {
  /** HTTP status when the answer has no `data` entry. */
  readonly status: number;
  /** Whether the same request may succeed later without a change. */
  readonly isRetryable: boolean;
}

const refused = (status: number): ErrorCodeFacts => ({ status, isRetryable: false });
const passing = (status: number): ErrorCodeFacts => ({ status, isRetryable: true });

/** The closed list of system errors. Anything else that is thrown becomes INTERNAL_SERVER_ERROR. */
export const errorCodes = {
  BAD_REQUEST: refused(400),
  GRAPHQL_PARSE_FAILED: refused(400),
  GRAPHQL_VALIDATION_FAILED: refused(400),
  OPERATION_RESOLUTION_FAILURE: refused(400),
  BAD_USER_INPUT: refused(400),
  OPERATION_LIMIT_EXCEEDED: refused(400),
  COST_LIMIT_EXCEEDED: refused(400),
  PERSISTED_DOCUMENT_NOT_FOUND: refused(400),
  PERSISTED_QUERY_NOT_FOUND: refused(400),
  DOCUMENT_REQUIRED: refused(400),
  CURSOR_INVALID: refused(400),
  UNAUTHENTICATED: refused(401),
  FORBIDDEN: refused(403),
  NOT_FOUND: refused(404),
  METHOD_NOT_ALLOWED: refused(405),
  NOT_ACCEPTABLE: refused(406),
  CONTENT_TOO_LARGE: refused(413),
  UNSUPPORTED_MEDIA_TYPE: refused(415),
  RATE_LIMITED: passing(429),
  CONFLICT: passing(409),
  IDEMPOTENCY_IN_PROGRESS: passing(409),
  SUBGRAPH_UNAVAILABLE: passing(503),
  SUBGRAPH_INVALID_RESPONSE: passing(503),
  OPERATION_TIMEOUT: passing(504),
  OVERLOADED: passing(503),
  SCHEMA_RELOADED: passing(503),
  INTERNAL_SERVER_ERROR: refused(500),
} as const satisfies Readonly<Record<string, ErrorCodeFacts>>;

/** A code that clients find in `extensions.code`. */
export type ErrorCode = keyof typeof errorCodes;

/** Whether a value is a code of the closed list. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorCodes, value);
}
