import type { EventEnvelope } from '@veza/messaging';
import type { Transaction } from '@veza/postgres';
import type { UsersEvents } from '@veza/schema/events';
import { mediaRevocation } from '../tables.ts';

/** The last addresses of a session end well within this time. */
const KEPT_MS = 24 * 3_600_000;
/**
 * An access token may outlive its session where no word of the end arrives: by its 10 minutes and the minute of skew that verifiers allow.
 * What it is still granted is refused as well; a session never lives again, so that nobody else has its `sid`.
 */
const LAST_GRANT_MS = 660_000;

/** Ends the media addresses of a login session with it. @param sidOf makes the `sid` of its tokens */
export function onSessionEnded(sidOf: (sessionId: string) => string) {
  return async (tx: Transaction, { data, occurredAt }: EventEnvelope<UsersEvents['users.session-ended.v1']>): Promise<void> => {
    const endedAtMs = Date.parse(occurredAt);
    await tx.insert(mediaRevocation).values({
      kind: 'sid',
      key: sidOf(data.sessionId),
      issuedUntilMs: endedAtMs + LAST_GRANT_MS,
      expiresAt: new Date(endedAtMs + KEPT_MS),
    });
  };
}
