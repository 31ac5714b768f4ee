import type { CommunityId } from './community.ts';

/** A way into a community for whoever holds its code. */
export interface Invite {
  /** 10 characters of 0–9, A–Z, a–z. */
  readonly code: string;
  readonly communityId: CommunityId;
  readonly uses: number;
  /** null = without limit. */
  readonly maxUses: number | null;
  /** null = never. */
  readonly expiresAt: Date | null;
}

/** What whoever holds a code may know before joining. */
export interface InvitePreview {
  readonly code: string;
  readonly communityName: string;
  readonly communityDescription: string | null;
  readonly memberCount: number;
  readonly expiresAt: Date | null;
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CODE_LENGTH = 10;
/** Largest multiple of 62 in a byte: what lies above is thrown away, so that every character is equally likely. */
const FAIR_BYTES = 248;

/** A code of 59 random bits from a cryptographic source. */
export function inviteCode(random: (length: number) => Uint8Array): string {
  let code = '';
  while (code.length < CODE_LENGTH) {
    for (const byte of random(CODE_LENGTH)) {
      if (byte < FAIR_BYTES && code.length < CODE_LENGTH) code += ALPHABET[byte % ALPHABET.length];
    }
  }
  return code;
}
