import type { Id } from '@veza/kernel';

/** A permission of staff over the whole installation. Community permissions are chat's and unrelated. */
export type Scope =
  | 'audit:read'
  | 'content:remove'
  | 'disputes:resolve'
  | 'keys:rotate'
  | 'ledger:read'
  | 'moderation:read'
  | 'moderation:resolve'
  | 'orders:read'
  | 'payouts:approve'
  | 'platform:operate'
  | 'roles:grant'
  | 'security:read'
  | 'sessions:revoke'
  | 'users:read'
  | 'users:suspend';

/** Nobody in particular. */
export interface AnonymousCaller {
  readonly kind: 'anonymous';
  readonly scopes: readonly [];
}

/** A signed-in person, as a verified access token says. */
export interface UserCaller {
  readonly kind: 'user';
  readonly userId: Id<'user'>;
  readonly sessionId: Id<'session'>;
  /** Raised by suspension, role and password changes; older tokens are refused. */
  readonly authVersion: number;
  readonly scopes: readonly Scope[];
  /** How the person proved who they are, e.g. `["pwd"]`. */
  readonly methods: readonly string[];
  /** Epoch seconds of the last proof by password. */
  readonly authTime: number;
  /** Epoch seconds at which the token ends. */
  readonly expiresAt: number;
}

/** Another part of the platform, acting with nobody's rights. Only it may read INTERNAL fields. */
export interface ServiceCaller {
  readonly kind: 'service';
  readonly service: string;
  readonly scopes: readonly [];
}

/** Who asks. Present in every context; frozen. */
export type Caller = AnonymousCaller | UserCaller | ServiceCaller;

/** The caller of a request without a token. */
export const ANONYMOUS: AnonymousCaller = Object.freeze({ kind: 'anonymous', scopes: [] as const });

/** A part of the platform that calls another. */
export function serviceCaller(service: string): ServiceCaller {
  return Object.freeze({ kind: 'service', service, scopes: [] as const });
}

/** The id of the signed-in person, or undefined for everybody else. */
export function viewerId(caller: Caller): Id<'user'> | undefined {
  return caller.kind === 'user' ? caller.userId : undefined;
}
