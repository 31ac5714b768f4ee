import type { Result } from '@veza/kernel';
import type { RateLimited } from './refusal.ts';

/** What is limited by how often it may happen. The figures are the adapter's. */
export type LimitedAct = 'sign-up' | 'sign-in' | 'password-reset' | 'session-refresh';

/** Limits that hold for an act as such. */
export interface Throttle {
  /** Takes one from the bucket of a subject: an account, a session, an address of mail. */
  take(act: LimitedAct, subject: string): Promise<Result<void, RateLimited>>;
  /** Takes one from the bucket of a network address; an absent address, as service calls have, is not limited. */
  takeForAddress(act: LimitedAct, address: string | undefined): Promise<Result<void, RateLimited>>;
}

/** An attempt to prove who one is. */
export interface SignInAttempt {
  /** What was typed as the name: known and unknown ones are treated alike. */
  readonly identifier: string;
  readonly address: string | undefined;
}

/** Slows down guessing of passwords. Nothing is ever locked: the wait grows to 5 minutes and is forgotten after an hour. */
export interface SignInThrottle {
  /** Admits the attempt and counts it. */
  admit(attempt: SignInAttempt): Promise<Result<void, RateLimited>>;
  /** Forgets the failures of the identifier and remembers the address as one from which it succeeded. */
  succeeded(attempt: SignInAttempt): Promise<void>;
}
