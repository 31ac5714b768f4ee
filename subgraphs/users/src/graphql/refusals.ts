import { graphqlError, userError, type UserErrorShape } from '@veza/graphql';
import { assertNever, type Result } from '@veza/kernel';
import type { GraphQLError } from 'graphql';
import type { ProblemCode, RateLimited, Refusal, Unauthenticated } from '../application/refusal.ts';

/** The errors of a payload: none when it went well. @throws GraphQLError for what no change of the input mends */
export function userErrors(result: Result<unknown, Refusal>): readonly UserErrorShape<ProblemCode>[] {
  if (result.ok) return [];
  if (result.error.code === 'REFUSED') return result.error.problems.map(userError);
  throw systemError(result.error);
}

/** The error that a refusal of the whole request is. */
export function systemError(refusal: RateLimited | Unauthenticated | { readonly code: 'OVERLOADED' }): GraphQLError {
  switch (refusal.code) {
    case 'RATE_LIMITED':
      return graphqlError('RATE_LIMITED', 'too many attempts, try again later', { retryAfterMs: Math.ceil(refusal.retryAfterMs) });
    case 'OVERLOADED':
      return graphqlError('OVERLOADED', 'too many people sign in at this moment, try again', { retryAfterMs: 1000 });
    case 'UNAUTHENTICATED':
      return graphqlError('UNAUTHENTICATED', 'this session has ended, sign in again');
    default:
      return assertNever(refusal);
  }
}
