/** What a person can mend, as `UserError` tells it. */
export type ProblemCode =
  | 'INVALID'
  | 'NOT_FOUND'
  | 'UPLOAD_NOT_READY'
  | 'USERNAME_TAKEN'
  | 'EMAIL_TAKEN'
  | 'INVALID_CREDENTIALS'
  | 'TOTP_INVALID'
  | 'ACCOUNT_SUSPENDED'
  | 'INVALID_REFRESH_TOKEN'
  | 'INVALID_TOKEN'
  | 'PASSWORD_TOO_WEAK';

/** One problem and the field to blame. */
export interface Problem {
  readonly code: ProblemCode;
  /** English, for people; a text that fits the code when left out. */
  readonly message?: string;
  /** Place inside the input. */
  readonly path?: readonly string[];
}

/** The caller was too fast; the same request passes after the wait. */
export interface RateLimited {
  readonly code: 'RATE_LIMITED';
  readonly retryAfterMs: number;
}

/** More passwords wait to be hashed than the machine should take on. */
export interface Overloaded {
  readonly code: 'OVERLOADED';
}

/** The token was good, but its session or account no longer is. */
export interface Unauthenticated {
  readonly code: 'UNAUTHENTICATED';
}

/** Problems with what was asked; all that were found. */
export interface Refused {
  readonly code: 'REFUSED';
  readonly problems: readonly Problem[];
}

/** Why a use case did nothing. */
export type Refusal = Refused | RateLimited | Overloaded | Unauthenticated;

/** A refusal for the given problems. */
export function refused(...problems: readonly Problem[]): Refused {
  return { code: 'REFUSED', problems };
}
