import { localPartOf } from './email-address.ts';

/** Code points that a password has at least. */
export const MIN_PASSWORD_LENGTH = 8;
/** Code points that a password has at most. */
export const MAX_PASSWORD_LENGTH = 256;
const MAX_PASSWORD_BYTES = 1024;
/** Shorter names are found in too many good passwords to forbid them. Characters. */
const MIN_FORBIDDEN_PART = 3;

/** What a password is judged by. */
export interface PasswordContext {
  readonly username: string;
  readonly email: string;
  /** Whether it is among the most common ones; asked with the lower-case form. */
  readonly isCommon: (lowerCasePassword: string) => boolean;
}

/** Why a password is refused. */
export type PasswordFault = 'too short' | 'too long' | 'common' | 'contains a name';

/** The form that is hashed, so that one password typed on two systems is one. @see RFC 8265 §4.2 (OpaqueString) */
export function normalisePassword(password: string): string {
  return password.replaceAll(/\p{Zs}/gu, ' ').normalize('NFC');
}

/**
 * Judges a password: 8 to 256 code points, at most 1,024 bytes, not a common one, no part of it the username,
 * what stands before the @ of the address, or the name of the house. No rule about kinds of characters.
 */
export function passwordFault(password: string, context: PasswordContext): PasswordFault | undefined {
  const text = normalisePassword(password);
  const length = Array.from(text).length;
  if (length < MIN_PASSWORD_LENGTH) return 'too short';
  if (length > MAX_PASSWORD_LENGTH || new TextEncoder().encode(text).length > MAX_PASSWORD_BYTES) return 'too long';
  const folded = text.toLowerCase();
  if (context.isCommon(folded)) return 'common';
  const forbidden = ['veza', context.username, localPartOf(context.email)].map((part) => part.toLowerCase());
  return forbidden.some((part) => part.length >= MIN_FORBIDDEN_PART && folded.includes(part)) ? 'contains a name' : undefined;
}
