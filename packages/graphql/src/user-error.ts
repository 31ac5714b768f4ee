/** A mutation's refusal as the SDL type `UserError` has it. */
export interface UserErrorShape<Code extends string = string> {
  readonly code: Code;
  readonly message: string;
  readonly path: readonly string[] | null;
}

/** What an application layer says about a failure. `path` starts inside `input`. */
export interface UserFailure<Code extends string = string> {
  readonly code: Code;
  readonly message?: string | undefined;
  readonly path?: readonly (string | number)[] | null | undefined;
}

/** English texts of the codes that several subgraphs share. Absent and invisible things are worded alike. */
const MESSAGES: Readonly<Record<string, string>> = {
  INVALID: 'This value is missing, too long, out of range or of the wrong form.',
  NOT_FOUND: 'There is no such thing, or you cannot see it.',
  NOT_PERMITTED: 'You may not do this.',
  NAME_TAKEN: 'This name is taken.',
  USERNAME_TAKEN: 'This username is taken.',
  EMAIL_TAKEN: 'This e-mail address is taken.',
  SLUG_TAKEN: 'This address name is taken.',
  STATE_NOT_ALLOWED: 'This is not possible in the present state.',
  REVISION_CONFLICT: 'Somebody else changed this in the meantime.',
  LIMIT_REACHED: 'A limit is reached.',
  BLOCKED: 'This is not possible between the two of you.',
  STEP_UP_REQUIRED: 'Confirm who you are first.',
  EMAIL_UNVERIFIED: 'Confirm your e-mail address first.',
  IDEMPOTENCY_KEY_REUSED: 'This key was used before with another input.',
  INVALID_CREDENTIALS: 'These sign-in details are not right.',
  TOTP_REQUIRED: 'A code of your authenticator is needed.',
  TOTP_INVALID: 'This code is not right or no longer valid.',
  ACCOUNT_SUSPENDED: 'This account is suspended.',
  INVALID_REFRESH_TOKEN: 'This session has ended; sign in again.',
  INVALID_TOKEN: 'This link or code is not right or no longer valid.',
  PASSWORD_TOO_WEAK: 'This password is too easy to guess.',
};

/** The failure as a payload's `userErrors` entry; shared codes have a default text, others fall back to a neutral one. */
export function userError<Code extends string>({ code, message, path }: UserFailure<Code>): UserErrorShape<Code> {
  return { code, message: message ?? MESSAGES[code] ?? 'This is not possible.', path: path?.map(String) ?? null };
}
