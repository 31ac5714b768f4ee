import { toId } from '@veza/kernel';
import type { EventEnvelope } from '@veza/messaging';
import type { Transaction } from '@veza/postgres';
import type { TracksEvents } from '@veza/schema/events';
import { upload } from '../tables.ts';

/** What uploads for messages are made for. */
export const CHAT_ATTACHMENT = 'CHAT_ATTACHMENT';

/** An upload can be attached to a message from now on. */
export async function onUploadCompleted(
  tx: Transaction,
  { data, occurredAt }: EventEnvelope<TracksEvents['tracks.upload-completed.v1']>,
): Promise<void> {
  const { uploadId, ownerId, purpose, filename, contentType, byteSize, aid, width = null, height = null } = data;
  if (purpose !== CHAT_ATTACHMENT || aid === undefined) return;
  const facts = { filename, contentType, byteSize, aid, width, height, knownAt: new Date(occurredAt) };
  await tx
    .insert(upload)
    .values({ id: toId('upload', uploadId), ownerId: toId('user', ownerId), ...facts })
    .onConflictDoNothing();
}
