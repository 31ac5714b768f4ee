import { graphqlError, userError, type UserErrorShape } from '@veza/graphql';
import type { ChatFailure, ChatFailureCode } from '../domain/failure.ts';

/** A use case's failure as a payload's `userErrors`. @throws GraphQLError RATE_LIMITED, which refuses the whole field */
export function refusals(failure: ChatFailure): readonly UserErrorShape<ChatFailureCode>[] {
  if (failure.code === 'RATE_LIMITED')
    throw graphqlError('RATE_LIMITED', 'too often; try again later', { retryAfterMs: failure.retryAfterMs });
  return [userError(failure)];
}
