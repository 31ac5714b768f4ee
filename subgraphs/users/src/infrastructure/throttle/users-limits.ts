import type { RateLimit } from '@veza/key-value';
import type { LimitedAct } from '../../application/throttle.ts';

/** Buckets that an act takes from, all of which must have room. */
export interface UsersLimits {
  /** For each network address: IPv4, or the first 64 bits of IPv6. */
  readonly perAddress: Readonly<Partial<Record<LimitedAct, readonly RateLimit[]>>>;
  /** For each subject of the act: an address of mail, a session. */
  readonly perSubject: Readonly<Partial<Record<LimitedAct, readonly RateLimit[]>>>;
  /** Attempts to sign in on an account from an address that got in before, apart from everybody else's. */
  readonly knownDevice: RateLimit;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const per = (seconds: number, capacity: number): RateLimit => ({ capacity, refillPerSecond: capacity / seconds });

/** The limits of security.md 8. */
export const DEFAULT_USERS_LIMITS: UsersLimits = {
  perAddress: {
    'sign-up': [per(HOUR, 5), per(DAY, 20)],
    'sign-in': [per(10 * MINUTE, 60)],
    'password-reset': [per(HOUR, 20)],
  },
  perSubject: {
    'password-reset': [per(HOUR, 3)],
    'session-refresh': [per(10 * MINUTE, 30)],
  },
  knownDevice: per(HOUR, 10),
};
