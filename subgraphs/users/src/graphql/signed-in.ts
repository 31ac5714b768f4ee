import { graphqlError } from '@veza/graphql';
import type { SignedIn } from '../application/session/require-session.ts';
import type { UsersContext } from './context.ts';

/** The person who asks. Fields at level VIEWER let nobody else through, so another caller is refused here only for the type's sake. */
export function signedIn({ caller }: UsersContext): SignedIn {
  if (caller.kind !== 'user') throw graphqlError('UNAUTHENTICATED', 'sign in first');
  return { userId: caller.userId, sessionId: caller.sessionId };
}
