import postgres from 'postgres';

/** What a failed statement means to whoever asked for it. */
export type DatabaseErrorCode = 'BAD_USER_INPUT' | 'CONFLICT' | 'OPERATION_TIMEOUT' | 'OVERLOADED';

/** @see https://www.postgresql.org/docs/18/errcodes-appendix.html */
const CODES: Readonly<Record<string, DatabaseErrorCode>> = {
  '22003': 'BAD_USER_INPUT', // number out of range
  '22021': 'BAD_USER_INPUT', // character not in the encoding
  '22P02': 'BAD_USER_INPUT', // text that is no value of the type
  '22P05': 'BAD_USER_INPUT', // character that cannot be translated
  '23514': 'BAD_USER_INPUT', // check constraint
  '23505': 'CONFLICT', // unique constraint
  '40001': 'CONFLICT', // serialisation failure, after the repeats
  '40P01': 'CONFLICT', // deadlock, after the repeats
  '57014': 'OPERATION_TIMEOUT', // statement_timeout, or cancelled
  '53100': 'OVERLOADED', // disk full
  '53300': 'OVERLOADED', // too many connections
};

/** Words of the driver and of Node for a connection that was not made or did not last. */
const LOST_CONNECTION = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);
/** Class 08 is connection exceptions; 57P01 to 57P03 tell of a server that stops or starts. */
const LOST_CONNECTION_STATE = /^(08...|57P0[123])$/;

/** The server's own error inside whatever was thrown, or undefined when there is none. */
export function postgresErrorOf(error: unknown): postgres.PostgresError | undefined {
  return causesOf(error).find((cause) => cause instanceof postgres.PostgresError);
}

/** The request error that a thrown database error stands for; undefined for a bug, which is answered as an internal error. */
export function databaseErrorCode(error: unknown): DatabaseErrorCode | undefined {
  if (isConnectionLoss(error)) return 'OVERLOADED';
  const state = postgresErrorOf(error)?.code;
  return state === undefined ? undefined : CODES[state];
}

/** True for SQLSTATE 23505, of the named constraint or unique index when one is given. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const known = postgresErrorOf(error);
  return known?.code === '23505' && (constraint === undefined || known.constraint_name === constraint);
}

/** True when the same transaction may succeed if it is run again: serialisation failure or deadlock. */
export function isRetryable(error: unknown): boolean {
  const state = postgresErrorOf(error)?.code;
  return state === '40001' || state === '40P01';
}

/** True when there was no connection, or it was lost: the statement may or may not have taken place. */
export function isConnectionLoss(error: unknown): boolean {
  const state = postgresErrorOf(error)?.code;
  if (state !== undefined) return LOST_CONNECTION_STATE.test(state);
  return causesOf(error).some((cause) => 'code' in cause && typeof cause.code === 'string' && LOST_CONNECTION.has(cause.code));
}

/** An error and what caused it, outermost first. drizzle wraps what the driver throws. */
function causesOf(error: unknown): readonly Error[] {
  const causes: Error[] = [];
  for (let cause = error; cause instanceof Error && !causes.includes(cause); cause = cause.cause) causes.push(cause);
  return causes;
}
