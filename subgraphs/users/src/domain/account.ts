import type { User, UserId } from './user.ts';

/** A suspended account cannot sign in; its profile stays. */
export type AccountStatus = 'ACTIVE' | 'SUSPENDED';

/** How a person gets in; never shown to others. */
export interface Account {
  readonly id: UserId;
  readonly username: string;
  readonly email: string;
  /** Undefined until a link sent to the address was used. */
  readonly emailVerifiedAt: Date | undefined;
  readonly status: AccountStatus;
  /** Raised by suspension, role and password changes; access tokens of an older one are refused where it matters. */
  readonly authVersion: number;
  readonly passwordHash: string;
}

/** Everything that is written when somebody joins. */
export interface NewAccount extends User {
  readonly usernameKey: string;
  readonly email: string;
  readonly passwordHash: string;
}
