import { type BackgroundTask, type Clock, ok, periodicTask, type Result, toTypeId, type Uuid } from '@veza/kernel';
import { type Database, postgresOutbox, postgresUnitOfWork } from '@veza/postgres';
import type { ChatEvents } from '@veza/schema/events';
import type { Log } from '@veza/telemetry';
import { sql } from 'drizzle-orm';

const INTERVAL_MS = 1_000;
/** Files in one transaction. */
const CHUNK = 100;

interface Dependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly newEventId: () => Uuid;
  /** Called after each commit, to wake the outbox relay. */
  readonly onCommit: () => void;
  readonly log: Log;
}

/** The claim of an upload is its first fact, its release the second. */
const RELEASE_REVISION = 2;

/** Tells tracks of files whose message is gone, so that they are refused and removed. A round answers how many. */
export function postgresAttachmentReleases({ database, clock, newEventId, onCommit, log }: Dependencies): BackgroundTask {
  const unitOfWork = postgresUnitOfWork(database, (tx) => tx, { onCommit });

  const release = async (): Promise<number> => {
    const released = await unitOfWork(async (tx): Promise<Result<number, never>> => {
      const events = postgresOutbox<ChatEvents>(tx, { clock, newEventId });
      const rows = await tx.execute<{ upload_id: string; message_id: string }>(sql`
        delete from released_upload where upload_id = any (array(
          select upload_id from released_upload limit ${CHUNK} for update skip locked))
        returning upload_id, message_id`);
      for (const { upload_id: upload, message_id: message } of rows) {
        const uploadId = toTypeId('upload', upload);
        await events.record('chat.upload-released.v1', uploadId, RELEASE_REVISION, { uploadId, by: toTypeId('message', message) });
      }
      return ok(rows.length);
    });
    return released.ok ? released.value : 0;
  };

  const runOnce = async (): Promise<number> => {
    let total = 0;
    for (let last = await release(); last > 0; last = await release()) total += last;
    return total;
  };
  return periodicTask({ intervalMs: INTERVAL_MS, runOnce, onFailure: (error) => log.error('chat.attachment-release-failed', { error }) });
}
