import { assertNever } from '@veza/kernel';
import type { OutgoingMail } from '../../application/mail/ports.ts';

/** A mail as its reader sees it; plain text. */
export interface WrittenMail {
  readonly subject: string;
  readonly text: string;
}

/** Subject and text of a mail. Only usernames, which have a harmless alphabet, and our own links go in. */
export function writeMail({ template, data: { username, link = '' } }: OutgoingMail): WrittenMail {
  switch (template) {
    case 'VERIFY_EMAIL':
      return {
        subject: 'Confirm your e-mail address',
        text: `Welcome to Veza, ${username}.\n\nOpen this link within 24 hours to confirm your address:\n${link}\n`,
      };
    case 'RESET_PASSWORD':
      return {
        subject: 'Reset your password',
        text: `Open this link within 30 minutes to set a new password for ${username}:\n${link}\n\nIf you did not ask for it, do nothing.\n`,
      };
    case 'ADDRESS_IN_USE':
      return {
        subject: 'Somebody tried to sign up with your address',
        text: `You have an account with this address already: ${username}. If it was you, sign in or reset your password.\n`,
      };
    case 'SESSION_MISUSED':
      return {
        subject: 'A device was signed out',
        text: `A sign-in of ${username} was used from two places, so it was ended. If it was not you, change your password.\n`,
      };
    default:
      return assertNever(template);
  }
}
