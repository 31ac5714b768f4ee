import postgres from 'postgres';
import { describe, expect, it } from 'vitest';
import { databaseErrorCode, isConnectionLoss, isRetryable, isUniqueViolation } from './database-error.ts';

/** An error as drizzle throws it: wrapped around the driver's. */
function wrapped(code: string, constraint?: string): Error {
  const known = Object.assign(Object.create(postgres.PostgresError.prototype) as Error, { code, constraint_name: constraint });
  return new Error('Failed query', { cause: known });
}

describe('database errors', () => {
  it.each([
    ['22003', 'BAD_USER_INPUT'],
    ['22021', 'BAD_USER_INPUT'],
    ['22P02', 'BAD_USER_INPUT'],
    ['22P05', 'BAD_USER_INPUT'],
    ['23514', 'BAD_USER_INPUT'],
    ['23505', 'CONFLICT'],
    ['40001', 'CONFLICT'],
    ['40P01', 'CONFLICT'],
    ['57014', 'OPERATION_TIMEOUT'],
    ['53300', 'OVERLOADED'],
    ['57P01', 'OVERLOADED'],
    ['08006', 'OVERLOADED'],
  ])('answers SQLSTATE %s as %s', (state, code) => {
    expect(databaseErrorCode(wrapped(state))).toBe(code);
  });

  it('takes an unknown state, and an error that is none of the database, for a bug', () => {
    expect(databaseErrorCode(wrapped('42P01'))).toBeUndefined();
    expect(databaseErrorCode(new TypeError('x is not a function'))).toBeUndefined();
    expect(databaseErrorCode('text')).toBeUndefined();
  });

  it('tells which constraint was violated', () => {
    const error = wrapped('23505', 'account_username');
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(error, 'account_username')).toBe(true);
    expect(isUniqueViolation(error, 'account_email')).toBe(false);
    expect(isUniqueViolation(wrapped('23514', 'account_username'))).toBe(false);
  });

  it('repeats serialisation failures and deadlocks only', () => {
    expect(['40001', '40P01', '23505', '57014'].map((state) => isRetryable(wrapped(state)))).toEqual([true, true, false, false]);
  });

  it('knows a lost connection by the words of the server, the driver and Node', () => {
    expect(isConnectionLoss(wrapped('57P01'))).toBe(true);
    expect(isConnectionLoss(new Error('Failed query', { cause: Object.assign(new Error('closed'), { code: 'CONNECTION_CLOSED' }) }))).toBe(
      true,
    );
    expect(isConnectionLoss(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }))).toBe(true);
    expect(isConnectionLoss(Object.assign(new Error('gone'), { code: 'ENOENT' }))).toBe(false);
  });

  it('ends on errors that cause each other', () => {
    const first = new Error('a');
    first.cause = new Error('b', { cause: first });
    expect(databaseErrorCode(first)).toBeUndefined();
  });
});
