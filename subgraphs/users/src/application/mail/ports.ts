/** Why a mail is sent. */
export type MailKind = 'VERIFY_EMAIL' | 'RESET_PASSWORD' | 'ADDRESS_IN_USE' | 'SESSION_MISUSED';

/** A mail that somebody asked for and that is not sent yet. */
export interface MailRequest {
  /** Uuid. */
  readonly id: string;
  readonly kind: MailKind;
  /** The address that was named; an account may have it or not. */
  readonly email: string;
  readonly requestedAt: Date;
}

/** A mail that is being sent. */
export interface ClaimedMail extends MailRequest {
  /** This one included, from 1. */
  readonly attempt: number;
}

/** Mails to be sent, in the transaction of what they are about. */
export interface MailQueue {
  add(request: MailRequest): Promise<void>;
  /** Takes due ones until `leaseUntil`; from then on they are due again, should the process be gone. */
  claim(now: Date, leaseUntil: Date, limit: number): Promise<readonly ClaimedMail[]>;
  /** Sent, or not to be sent. */
  remove(id: string): Promise<void>;
  postpone(id: string, until: Date): Promise<void>;
}

/** A mail as it is to be written. Plain text; nothing in it was typed by a stranger. */
export interface OutgoingMail {
  readonly to: string;
  readonly template: MailKind;
  readonly locale: 'en';
  readonly data: {
    readonly username: string;
    /** Address in the web client that carries the token; absent where nothing is to be done. */
    readonly link?: string;
    /** The token alone, for apps that ask for it. */
    readonly token?: string;
  };
}

/** Sends mail. Rejects when it could not be handed over; the same mail may then be sent again. */
export interface Mail {
  send(mail: OutgoingMail): Promise<void>;
}
