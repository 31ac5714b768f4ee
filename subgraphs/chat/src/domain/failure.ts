/** Why a chat mutation did nothing, in a form its caller can act on. */
export type ChatFailure = { readonly code: ChatFailureCode; readonly path?: readonly string[]; readonly message?: string } | RateLimited;

/** Too often: the whole request is refused, to be repeated after `retryAfterMs` milliseconds. */
export interface RateLimited {
  readonly code: 'RATE_LIMITED';
  readonly retryAfterMs: number;
}

/** The refusals that a payload's `userErrors` carry. */
export type ChatFailureCode =
  | 'INVALID'
  | 'NOT_FOUND'
  | 'NOT_PERMITTED'
  | 'LIMIT_REACHED'
  | 'SLUG_TAKEN'
  | 'SLOW_MODE'
  | 'INVITE_INVALID'
  | 'OWNER_CANNOT_LEAVE'
  | 'HIERARCHY'
  | 'TIMED_OUT'
  | 'CHANNEL_LOCKED'
  | 'STATE_NOT_ALLOWED'
  | 'BLOCKED'
  | 'AUTOMOD_BLOCKED'
  | 'UPLOAD_NOT_READY'
  | 'TRACK_NOT_PLAYABLE';

/** Absent and invisible read the same; `path` names the field that held the id. */
export function notFound(...path: readonly string[]): { readonly code: 'NOT_FOUND'; readonly path: readonly string[] } {
  return { code: 'NOT_FOUND', path };
}

/** The thing is visible, but this person may not do that to it. */
export function notPermitted(...path: readonly string[]): { readonly code: 'NOT_PERMITTED'; readonly path: readonly string[] } {
  return { code: 'NOT_PERMITTED', path };
}

/** A field's value is outside what it may be. */
export function invalid(
  message: string,
  ...path: readonly string[]
): { readonly code: 'INVALID'; readonly path: readonly string[]; readonly message: string } {
  return { code: 'INVALID', path, message };
}

/** The order of roles forbids it: the thing or the person stands too high. */
export function tooHigh(...path: readonly string[]): {
  readonly code: 'HIERARCHY';
  readonly path: readonly string[];
  readonly message: string;
} {
  return { code: 'HIERARCHY', path, message: 'This stands at or above your own highest role.' };
}

/** One of two people blocks the other; it does not tell which. */
export function blocked(...path: readonly string[]): {
  readonly code: 'BLOCKED';
  readonly path: readonly string[];
  readonly message: string;
} {
  return { code: 'BLOCKED', path, message: 'You and this person cannot write to each other.' };
}

/** The person may only read, until an instant. */
export function timedOut(
  until: Date,
  ...path: readonly string[]
): { readonly code: 'TIMED_OUT'; readonly path: readonly string[]; readonly message: string } {
  return { code: 'TIMED_OUT', path, message: `A time-out lets you only read until ${until.toISOString()}.` };
}

/** The thing is in a state that forbids it. */
export function stateNotAllowed(
  message: string,
  ...path: readonly string[]
): { readonly code: 'STATE_NOT_ALLOWED'; readonly path: readonly string[]; readonly message: string } {
  return { code: 'STATE_NOT_ALLOWED', path, message };
}

/** A quota is used up. */
export function limitReached(...path: readonly string[]): { readonly code: 'LIMIT_REACHED'; readonly path: readonly string[] } {
  return { code: 'LIMIT_REACHED', path };
}
