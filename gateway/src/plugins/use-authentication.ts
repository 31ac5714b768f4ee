import type { Plugin } from '@envelop/core';
import { ANONYMOUS, type AccessTokenVerifier, type Caller, type RevocationSet } from '@veza/auth';
import { graphqlError } from '@veza/graphql';
import type { OperationContext } from '../pipeline/context.ts';

/** Finds out who asks. */
export interface Identity {
  /**
   * The caller that an `Authorization` header names; anonymous without a header.
   * @throws GraphQLError UNAUTHENTICATED for a header that is not `Bearer <token>`, and for a forged, expired or revoked token
   */
  callerOf(authorization: string | undefined): Promise<Caller>;
  /** Whether a caller that was once verified may go on. */
  isAlive(caller: Caller): boolean;
}

const BEARER = /^Bearer +([\w~+/.-]+=*) *$/i;

/** Reads bearer tokens. Without a verifier nobody is known, and every token is refused. */
export function identity(verifier: AccessTokenVerifier | undefined, revocations: RevocationSet | undefined): Identity {
  const isAlive = (caller: Caller) => caller.kind !== 'user' || !revocations?.isRevoked(caller);
  return {
    isAlive,
    async callerOf(authorization) {
      if (authorization === undefined) return ANONYMOUS;
      const token = BEARER.exec(authorization)?.[1];
      const caller = token === undefined ? undefined : await verifier?.verify(token);
      if (!caller || !isAlive(caller)) throw graphqlError('UNAUTHENTICATED', 'The access token is not valid, or not any more.');
      return caller;
    },
  };
}

/** Looks at no token: who asks is for the subgraphs to find out, from the headers that are passed on. */
export const uncheckedIdentity: Identity = { callerOf: () => Promise.resolve(ANONYMOUS), isAlive: () => true };

/**
 * Knows the caller before anything else is looked at. A bad token is refused and never taken for no token;
 * on a socket, whose caller is known since its start, only revocation is looked up again.
 */
export function useAuthentication({ callerOf, isAlive }: Identity): Plugin<OperationContext> {
  return {
    onContextBuilding({ context, extendContext }) {
      const { origin } = context;
      if (!origin.caller) {
        if (origin.authorization === undefined) return undefined;
        return callerOf(origin.authorization).then((caller) => extendContext({ caller }));
      }
      if (!isAlive(origin.caller)) throw graphqlError('UNAUTHENTICATED', 'The session has ended.');
      return undefined;
    },
  };
}
