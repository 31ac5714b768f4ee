import type { Id } from '@veza/kernel';
import type { EventEnvelope } from '@veza/messaging';
import type { Transaction } from '@veza/postgres';
import type { ChatEvents, MarketplaceEvents, UsersEvents } from '@veza/schema/events';
import { and, eq, sql } from 'drizzle-orm';
import type { UploadPurpose } from '../../domain/upload.ts';
import { upload } from '../tables.ts';

type Claims = Pick<ChatEvents, 'chat.upload-claimed.v1'> &
  Pick<MarketplaceEvents, 'marketplace.upload-claimed.v1'> &
  Pick<UsersEvents, 'users.upload-claimed.v1'>;

/** Topics of claims, and what each may claim. */
const PURPOSES: Readonly<Record<keyof Claims, UploadPurpose>> = {
  'chat.upload-claimed.v1': 'CHAT_ATTACHMENT',
  'marketplace.upload-claimed.v1': 'LISTING_FILE',
  'users.upload-claimed.v1': 'AVATAR',
};

/** Where claims are told of. */
export const CLAIM_TOPICS: readonly string[] = Object.keys(PURPOSES);

/** Another part of the platform uses a finished upload of its kind, which is kept from now on. A claim that is told twice, or of anything else, changes nothing. */
export async function onUploadClaimed(tx: Transaction, { topic, data }: EventEnvelope<Claims[keyof Claims]>): Promise<void> {
  const purpose = PURPOSES[topic as keyof Claims];
  await tx
    .update(upload)
    .set({ state: 'CLAIMED', revision: sql`${upload.revision} + 1` })
    .where(and(eq(upload.id, data.uploadId as Id<'upload'>), eq(upload.state, 'READY'), eq(upload.purpose, purpose)));
}
