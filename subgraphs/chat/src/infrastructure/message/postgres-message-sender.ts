import type { Clock, Uuid } from '@veza/kernel';
import { type Database, isConnectionLoss, isRetryable, isUniqueViolation, preparedStatement } from '@veza/postgres';
import type { MessageDraft, MessageSender, SendOutcome } from '../../application/ports/message.ts';
import { idOf } from '../id-columns.ts';
import { keyedBatches } from './keyed-batches.ts';
import { postgresMessageReader } from './postgres-message-reader.ts';
import { sendWithAttachments } from './send-with-attachments.ts';
import { SEND_STATEMENT, type SendRow, sendValues } from './send-statement.ts';

/** Sends in one statement at most. */
const BATCH_SIZE = 64;
/** Statements under way in this process at most, each on a connection of its own. */
const LANES = 2;
/** Runs of one batch: of equal nonces in several processes each run settles at least one. */
const ATTEMPTS = 3;

interface Dependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly newEventId: () => Uuid;
  /** Called after each commit, to wake the outbox relay. */
  readonly onCommit: () => void;
}

/**
 * Sends what is there at once in one statement, of all channels, with at most one statement under way for each channel of this process.
 * What carries files or asks something goes alone, in a transaction. Every send has its own outcome; a statement that fails as a whole is repeated, and then taken apart, so that nobody suffers from another's send.
 */
export function postgresMessageSender({ database, clock, newEventId, onCommit }: Dependencies): MessageSender {
  const statement = preparedStatement<SendRow>(database, SEND_STATEMENT);
  const reader = postgresMessageReader(database);
  const sendFiles = sendWithAttachments({ database, clock, newEventId, onCommit });

  const execute = async (drafts: readonly MessageDraft[], attempt = 1): Promise<readonly SendRow[]> => {
    try {
      return await statement(sendValues(drafts.map((draft) => ({ ...draft, eventId: newEventId() }))));
    } catch (error) {
      if (attempt < ATTEMPTS && (isUniqueViolation(error) || isRetryable(error))) return execute(drafts, attempt + 1);
      throw error;
    }
  };

  /** Slow mode may have been closed by another process's send of the same nonce. */
  const slowed = async (draft: MessageDraft, waitMs: number | null): Promise<SendOutcome> => {
    const first = await reader.findByNonce(draft);
    if (first) return { kind: 'REPLAYED', messageId: first.id };
    return { kind: 'SLOW_MODE', retryAfterMs: Math.max(1, waitMs ?? draft.slowModeSeconds * 1000) };
  };

  const outcomeOf = async (draft: MessageDraft, row: SendRow | undefined): Promise<SendOutcome | Error> => {
    if (!row) return new Error('the send statement left a draft out');
    if (row.seq !== null) return { kind: 'SENT', seq: Number(row.seq), messageNumber: Number(row.msg_no) };
    if (!row.is_present) return { kind: 'EPOCH_CHANGED' };
    if (row.duplicate_id !== null) return { kind: 'REPLAYED', messageId: idOf('message', row.duplicate_id) };
    return draft.slowModeSeconds > 0 ? slowed(draft, row.wait_ms) : new Error(`channel ${draft.channelId} has no log`);
  };

  const sendAll = async (drafts: readonly MessageDraft[]): Promise<readonly (SendOutcome | Error)[]> => {
    const rows = await execute(drafts);
    if (rows.some(({ seq }) => seq !== null)) onCommit();
    return Promise.all(drafts.map((draft, index) => outcomeOf(draft, rows[index])));
  };

  const sendOneByOne = async (drafts: readonly MessageDraft[]): Promise<readonly (SendOutcome | Error)[]> => {
    const outcomes: (SendOutcome | Error)[] = [];
    for (const draft of drafts) outcomes.push(...(await sendAll([draft]).catch((error: unknown) => [asError(error)])));
    return outcomes;
  };

  const send = keyedBatches<MessageDraft, SendOutcome>({
    groupOf: ({ channelId }) => channelId,
    keyOf: ({ authorId, nonce, slowModeSeconds }) => (slowModeSeconds > 0 ? authorId : `${authorId} ${nonce}`),
    size: BATCH_SIZE,
    lanes: LANES,
    execute: (drafts) =>
      sendAll(drafts).catch((error: unknown) => {
        if (drafts.length === 1 || isConnectionLoss(error)) throw error;
        return sendOneByOne(drafts);
      }),
  });

  const sendAlone = async (draft: MessageDraft): Promise<SendOutcome> => {
    const row = await sendFiles(draft);
    if (row) return settled(await outcomeOf(draft, row));
    const first = await reader.findByNonce(draft);
    return first ? { kind: 'REPLAYED', messageId: first.id } : { kind: 'UPLOAD_TAKEN' };
  };
  return { send: (draft) => (draft.attachments.length > 0 || draft.poll ? sendAlone(draft) : send(draft)) };
}

function settled(outcome: SendOutcome | Error): SendOutcome {
  if (outcome instanceof Error) throw outcome;
  return outcome;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('a send failed', { cause: error });
}
