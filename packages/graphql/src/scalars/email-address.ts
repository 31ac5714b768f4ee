import { textProblem } from '@veza/guard';
import { scalar } from './scalar.ts';

const MAX_LENGTH = 254;
/** Something, one `@`, a host with at least one character; no blanks or control characters anywhere. */
const ADDRESS = /^[^\s@\p{Cc}]{1,64}@[^\s@\p{Cc}]{1,253}$/u;

const emailAddress = (value: unknown) =>
  typeof value === 'string' && value.length <= MAX_LENGTH && textProblem(value) === undefined && ADDRESS.test(value) ? value : undefined;

/** `EmailAddress`: at most 254 characters with one `@` (RFC 5321 §4.5.3); normalising for look-up is the owner's. */
export const emailAddressScalar = scalar<string, string>({
  name: 'EmailAddress',
  expected: 'an e-mail address of at most 254 characters',
  read: emailAddress,
  write: emailAddress,
});
