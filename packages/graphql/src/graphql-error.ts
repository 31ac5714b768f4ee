import { GraphQLError } from 'graphql';
import { errorCodes, type ErrorCode } from './error-codes.ts';

/** Facts beside the code: `retryAfterMs`, `service`, `limit`, `cost`, `path` inside the arguments. Never values that a client sent. */
export type ErrorFacts = Readonly<Record<string, unknown>>;

/**
 * A system error that reaches the client as it is. Thrown on queries and subscriptions; mutations answer `userErrors` for what a person can mend.
 * @param message English, for people; names no value that the client sent
 */
export function graphqlError(code: ErrorCode, message: string, facts: ErrorFacts = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { ...facts, code, retryable: errorCodes[code].isRetryable } });
}
