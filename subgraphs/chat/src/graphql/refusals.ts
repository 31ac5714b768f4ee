import { graphqlError, userError, type UserErrorShape } from '@veza/graphql';
import type { GraphQLError } from 'graphql';
import type { ChatFailure, ChatFailureCode, RateLimited } from '../domain/failure.ts';

/** A use case's failure as a payload's `userErrors`. @throws GraphQLError RATE_LIMITED, which refuses the whole field */
export function refusals(failure: ChatFailure): readonly UserErrorShape<ChatFailureCode>[] {
  if (failure.code === 'RATE_LIMITED') throw rateLimited(failure);
  return [userError(failure)];
}

/** The error that refuses a whole field until some time has passed. */
export function rateLimited({ retryAfterMs }: RateLimited): GraphQLError {
  return graphqlError('RATE_LIMITED', 'too often; try again later', { retryAfterMs });
}
