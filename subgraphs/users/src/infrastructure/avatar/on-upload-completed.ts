import type { Id } from '@veza/kernel';
import type { EventEnvelope } from '@veza/messaging';
import type { Transaction } from '@veza/postgres';
import type { TracksEvents } from '@veza/schema/events';
import { knownAvatars } from '../tables.ts';
import { AVATAR } from './postgres-avatar-directory.ts';

/** A picture of a person can be used from now on. */
export async function onUploadCompleted(
  tx: Transaction,
  { data, occurredAt }: EventEnvelope<TracksEvents['tracks.upload-completed.v1']>,
): Promise<void> {
  const { uploadId, ownerId, purpose, imageId } = data;
  if (purpose !== AVATAR || imageId === undefined) return;
  const known = { uploadId: uploadId as Id<'upload'>, ownerId: ownerId as Id<'user'>, imageId, knownAt: new Date(occurredAt) };
  await tx.insert(knownAvatars).values(known).onConflictDoNothing();
}
