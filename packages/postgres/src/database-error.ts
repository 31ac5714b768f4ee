import postgres from 'postgres';

/** What a failed statement means to whoever asked for it. */
export type DatabaseErrorCode = 'BAD_USER_INPUT' | 'CONFLICT' | 'OPERATION_TIMEOUT' | 'OVERLOADED';

const CODES: Readonly<Record<string, DatabaseErrorCode>> = {
  '22003': 'BAD_USER_INPUT', // number out of range
  '22021': 'BAD_USER_INPUT', // character not in the encoding
  '22P02': 'BAD_USER_INPUT', // text that is no value of the type
  '22P05': 'BAD_USER_INPUT', // character that cannot be translated
  '23514': 'BAD_USER_INPUT', // check constraint
  '23505': 'CONFLICT', // unique constraint
  '40001': 'CONFLICT', // serialisation failure, after the repeats
  '40P01': 'CONFLICT', // deadlock, after the repeats
  '57014': 'OPERATION_TIMEOUT', // statement_timeout or cancelled
  '53100': 'OVERLOADED', // disk full
  '53300': 'OVERLOADED', // too many connections
  '57P03': 'OVERLOADED', // starting or stopping
};

const LOST_CONNECTION = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
]);

/** The server's own error inside whatever was thrown, or undefined when the database is not to blame. */
export function postgresErrorOf(error: unknown): postgres.PostgresError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof postgres.PostgresError) return cause;
  return undefined;
}

/** The request error that a thrown database error stands for; undefined for a bug, which is answered as an internal error. */
export function databaseErrorCode(error: unknown): DatabaseErrorCode | undefined {
  const known = postgresErrorOf(error);
  if (known) return CODES[known.code];
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && LOST_CONNECTION.has(cause.code)) return 'OVERLOADED';
  }
  return undefined;
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
