import type { Id } from '@veza/kernel';
import type { EventEnvelope } from '@veza/messaging';
import type { Transaction } from '@veza/postgres';
import type { TracksEvents } from '@veza/schema/events';
import { LISTING_FILE } from './postgres-upload-directory.ts';
import { knownUpload } from './tables.ts';

/** An upload for a listing can be used from now on. */
export async function onUploadCompleted(
  tx: Transaction,
  { data }: EventEnvelope<TracksEvents['tracks.upload-completed.v1']>,
): Promise<void> {
  if (data.purpose !== LISTING_FILE) return;
  await tx
    .insert(knownUpload)
    .values({ id: data.uploadId as Id<'upload'>, ownerId: data.ownerId as Id<'user'> })
    .onConflictDoNothing();
}
