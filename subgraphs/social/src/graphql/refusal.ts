import { graphqlError, userError } from '@veza/graphql';
import type { RateLimited } from '../application/ports.ts';
import type { UserErrorCode } from './generated.ts';

type Refusal = { readonly code: UserErrorCode; readonly path: readonly string[] } | RateLimited;

const MESSAGES: Readonly<Partial<Record<UserErrorCode, string>>> = {
  OWN_ACCOUNT: 'This cannot be done to oneself.',
  BLOCKED: 'This is not possible between you and this person.',
  LIMIT_REACHED: 'You block as many people as one may.',
  SUBJECT_NOT_SUPPORTED: 'This is not possible with this kind of thing.',
  POSITION_OUT_OF_RANGE: 'The position lies behind the end of the track.',
  DUPLICATE_CONTENT: 'You have said this already.',
  FOLLOW_LIMIT: 'You follow as many people as one may.',
};

/** A refusal as the payload's `userErrors`; too many actions are an error of the whole field, which says when to come again. */
export function refused(refusal: Refusal) {
  if (refusal.code === 'RATE_LIMITED')
    throw graphqlError('RATE_LIMITED', 'too many of these in a short time', { retryAfterMs: refusal.retryAfterMs });
  return { userErrors: [userError({ ...refusal, message: MESSAGES[refusal.code] })] };
}
