import type { Caller } from '@veza/auth';
import { GraphQLError } from 'graphql';
import type { Identity } from '../plugins/use-authentication.ts';
import type { JsonObject } from '../transport/port.ts';

/** What became of a token that a socket brought. `unknown`: it could not be looked at just now. */
export type TokenVerdict = 'accepted' | 'refused' | 'unknown';

/** Who a socket speaks for, from `connection_init` on. */
export interface SocketIdentity {
  readonly caller: Caller | undefined;
  /** Reads the payload of `connection_init`: `{ authorization: "Bearer …" }`, or nothing for nobody. */
  open(payload: JsonObject | undefined): Promise<TokenVerdict>;
  /** Takes a newer token of the same person. */
  refresh(token: string): Promise<TokenVerdict>;
  /** Milliseconds until the token expires; infinite without one. @param now epoch milliseconds */
  expiresInMs(now: number): number;
}

function authorizationOf(payload: JsonObject | undefined): string | undefined {
  const entry = Object.entries(payload ?? {}).find(([key]) => key.toLowerCase() === 'authorization');
  if (!entry || entry[1] === null) return undefined;
  return typeof entry[1] === 'string' ? entry[1] : '';
}

/** An identity that nobody has claimed yet. */
export function socketIdentity({ callerOf }: Identity): SocketIdentity {
  let caller: Caller | undefined;
  const take = async (authorization: string | undefined, fits: (found: Caller) => boolean): Promise<TokenVerdict> => {
    try {
      const found = await callerOf(authorization);
      if (!fits(found)) return 'refused';
      caller = found;
      return 'accepted';
    } catch (error) {
      return error instanceof GraphQLError ? 'refused' : 'unknown';
    }
  };
  return {
    get caller() {
      return caller;
    },
    open: (payload) => take(authorizationOf(payload), () => true),
    refresh: (token) =>
      take(`Bearer ${token}`, (found) => found.kind === 'user' && caller?.kind === 'user' && found.userId === caller.userId),
    expiresInMs: (now) => (caller?.kind === 'user' ? caller.expiresAt * 1000 - now : Number.POSITIVE_INFINITY),
  };
}
