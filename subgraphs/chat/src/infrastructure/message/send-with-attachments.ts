import { type Clock, err, ok, type Result, toUuid, type Uuid } from '@veza/kernel';
import {
  arrayLiteral,
  boundStatement,
  type Database,
  instantOf,
  isUniqueViolation,
  postgresOutbox,
  postgresUnitOfWork,
  type Transaction,
  uuid,
} from '@veza/postgres';
import type { ChatEvents } from '@veza/schema/events';
import { sql } from 'drizzle-orm';
import type { MessageDraft } from '../../application/ports/message.ts';
import { insertPoll } from '../poll/postgres-polls.ts';
import { SEND_STATEMENT, type SendRow, sendValues } from './send-statement.ts';

interface Dependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly newEventId: () => Uuid;
  /** Called after each commit, to wake the outbox relay. */
  readonly onCommit: () => void;
}

/** Runs of one send: of equal nonces in several processes each run settles at least one. */
const ATTEMPTS = 3;
/** The claim of an upload is its first fact. */
const CLAIM_REVISION = 1;

/**
 * Sends one message with its files and what it asks in one transaction: files first, each of which the author takes only once, then the statement of all sends.
 * Files that were taken meanwhile, and a statement that wrote nothing, undo the whole. Undefined = a file was taken.
 */
export function sendWithAttachments({ database, clock, newEventId, onCommit }: Dependencies) {
  const unitOfWork = postgresUnitOfWork(database, (tx) => tx, { onCommit });

  const attempt = (draft: MessageDraft) =>
    unitOfWork(async (tx): Promise<Result<SendRow, SendRow | undefined>> => {
      if ((await take(tx, draft, clock())) < draft.attachments.length) return err(undefined);
      const [row] = await tx.execute<SendRow & Record<string, unknown>>(
        boundStatement(SEND_STATEMENT, sendValues([{ ...draft, eventId: newEventId() }])),
      );
      if (!row) throw new Error('the send statement left a draft out');
      if (row.msg_no === null) return err(row);
      if (draft.poll) await insertPoll(tx, draft, draft.poll);
      if (draft.attachments.length === 0) return ok(row);
      await tx.execute(sql`
        update message set has_attachment = true where channel_id = ${uuid('channel', draft.channelId)} and msg_no = ${row.msg_no}::bigint`);
      const events = postgresOutbox<ChatEvents>(tx, { clock, newEventId });
      for (const { uploadId } of draft.attachments) {
        await events.record('chat.upload-claimed.v1', uploadId, CLAIM_REVISION, { uploadId, by: draft.id });
      }
      return ok(row);
    });

  return async (draft: MessageDraft): Promise<SendRow | undefined> => {
    for (let attempts = 1; ; attempts += 1) {
      try {
        const sent = await attempt(draft);
        return sent.ok ? sent.value : sent.error;
      } catch (error) {
        if (attempts === ATTEMPTS || !isUniqueViolation(error)) throw error;
      }
    }
  };
}

/** Takes the uploads of a draft that are its author's and free, and makes them its files. Answers how many. */
async function take(tx: Transaction, { id, channelId, authorId, attachments }: MessageDraft, at: Date): Promise<number> {
  const ids = arrayLiteral(attachments.map((attachment) => toUuid('attachment', attachment.id)));
  const uploadIds = arrayLiteral(attachments.map(({ uploadId }) => toUuid('upload', uploadId)));
  const { count } = await tx.execute(sql`
    with wanted as (
      select * from unnest(${ids}::uuid[], ${uploadIds}::uuid[]) with ordinality as w (id, upload_id, place)),
    taken as (
      update upload u set used_at = ${instantOf(at)} from wanted w
      where u.id = w.upload_id and u.owner_id = ${uuid('user', authorId)} and u.used_at is null
      returning w.id, w.place, u.id as upload_id, u.filename, u.content_type, u.byte_size, u.aid, u.width, u.height)
    insert into attachment (id, channel_id, message_id, place, upload_id, filename, content_type, byte_size, aid, width, height)
    select id, ${uuid('channel', channelId)}, ${uuid('message', id)}, place, upload_id, filename, content_type, byte_size, aid, width, height
    from taken`);
  return count;
}
