import type { Clock } from '@veza/kernel';
import { ok } from '@veza/kernel';
import type { Log } from '@veza/telemetry';
import type { Account } from '../../domain/account.ts';
import type { SecretTokens, TokenPurpose } from '../account/ports.ts';
import type { UsersUnitOfWork } from '../unit-of-work.ts';
import type { ClaimedMail, Mail, MailKind, OutgoingMail } from './ports.ts';

interface Dependencies {
  readonly unitOfWork: UsersUnitOfWork;
  readonly mail: Mail;
  readonly secretTokens: SecretTokens;
  /** Links of mails begin with it; never with what a request says. */
  readonly publicUrl: string;
  readonly log: Log;
  readonly clock: Clock;
}

const MINUTE_MS = 60_000;
const BATCH_SIZE = 20;
const LEASE_MS = 5 * MINUTE_MS;
/** Wait after each failed attempt; after the last one the mail is given up. */
const RETRY_AFTER_MS = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, 40 * MINUTE_MS];

/** What a mail lets its reader do. */
const ERRANDS: Readonly<Partial<Record<MailKind, { readonly purpose: TokenPurpose; readonly path: string; readonly validForMs: number }>>> =
  {
    VERIFY_EMAIL: { purpose: 'VERIFY_EMAIL', path: '/verify-email', validForMs: 24 * 60 * MINUTE_MS },
    RESET_PASSWORD: { purpose: 'RESET_PASSWORD', path: '/reset-password', validForMs: 30 * MINUTE_MS },
  };

/** A claimed request together with what is to be sent for it; nothing when the address belongs to nobody. */
interface PreparedMail {
  readonly claimed: ClaimedMail;
  readonly outgoing: OutgoingMail | undefined;
}

/**
 * Sends the mails that are due, at most 20 a round: claims them, makes their tokens, commits, and hands them over one by one.
 * A failed one comes again after 1, 5, 15 and 40 minutes with a fresh token, and is then given up.
 * A crash between hand-over and removal sends a mail twice.
 * @returns one round; it answers how many requests were settled or postponed
 */
export function deliverMail({ unitOfWork, mail, secretTokens, publicUrl, log, clock }: Dependencies): () => Promise<number> {
  const claim = () =>
    unitOfWork(async ({ accounts, mails, oneTimeTokens }) => {
      const now = clock();
      const claimed = await mails.claim(now, new Date(now.getTime() + LEASE_MS), BATCH_SIZE);
      const prepared: PreparedMail[] = [];
      for (const request of claimed) {
        const account = await accounts.findByEmail(request.email);
        const errand = ERRANDS[request.kind];
        const secret = account && errand ? secretTokens.create() : undefined;
        if (account && errand && secret) {
          const expiresAt = new Date(now.getTime() + errand.validForMs);
          await oneTimeTokens.replace({ hash: secret.hash, userId: account.id, purpose: errand.purpose, email: account.email, expiresAt });
        }
        prepared.push({ claimed: request, outgoing: account && write(request.kind, account, secret?.token) });
      }
      return ok(prepared);
    });

  const write = (template: MailKind, { email, username }: Account, token: string | undefined): OutgoingMail => {
    const path = ERRANDS[template]?.path;
    const errand = token && path ? { token, link: `${publicUrl}${path}?token=${token}` } : {};
    return { to: email, template, locale: 'en', data: { username, ...errand } };
  };

  const settle = (id: string, postponedUntil?: Date) =>
    unitOfWork(async ({ mails }) => {
      await (postponedUntil ? mails.postpone(id, postponedUntil) : mails.remove(id));
      return ok(undefined);
    });

  const deliver = async ({ claimed, outgoing }: PreparedMail) => {
    try {
      if (outgoing) await mail.send(outgoing);
      await settle(claimed.id);
    } catch (error) {
      const waitMs = RETRY_AFTER_MS[claimed.attempt - 1];
      const fields = { template: claimed.kind, mailId: claimed.id, attempt: claimed.attempt, error };
      if (waitMs === undefined) log.error('mail.given-up', fields);
      else log.warn('mail.postponed', fields);
      await settle(claimed.id, waitMs === undefined ? undefined : new Date(clock().getTime() + waitMs));
    }
  };

  return async () => {
    const prepared = await claim();
    if (!prepared.ok) return 0;
    for (const one of prepared.value) await deliver(one);
    return prepared.value.length;
  };
}
