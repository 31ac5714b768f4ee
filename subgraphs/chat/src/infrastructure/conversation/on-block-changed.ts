import { toId } from '@veza/kernel';
import type { EventEnvelope } from '@veza/messaging';
import type { Transaction } from '@veza/postgres';
import type { SocialEvents } from '@veza/schema/events';
import { lt, sql } from 'drizzle-orm';
import { block } from '../tables.ts';
import { dmKey } from './dm-key.ts';

/** Topics that change who blocks whom. */
export const BLOCK_TOPICS = ['social.user-blocked.v1', 'social.user-unblocked.v1'] as const satisfies readonly (keyof SocialEvents)[];

type Blocked = SocialEvents['social.user-blocked.v1'];
type Unblocked = SocialEvents['social.user-unblocked.v1'];

/**
 * Keeps who blocks whom as its owner says, and lets what the two may do in their conversation be decided again. An event older than what is
 * known changes nothing.
 */
export async function onBlockChanged(tx: Transaction, event: EventEnvelope): Promise<void> {
  const isActive = event.topic === 'social.user-blocked.v1';
  const data = event.data as Blocked | Unblocked;
  const blockerId = toId('user', data.blockerId);
  const blockedId = toId('user', 'blockedId' in data ? data.blockedId : data.unblockedId);
  const { revision } = event;
  const news = await tx
    .insert(block)
    .values({ blockerId, blockedId, isActive, revision })
    .onConflictDoUpdate({
      target: [block.blockerId, block.blockedId],
      set: { isActive, revision },
      setWhere: lt(block.revision, sql`excluded.revision`),
    })
    .returning({ revision: block.revision });
  if (news.length === 0) return;
  await tx.execute(sql`
    update scope set access_epoch = access_epoch + 1
    where id = (select id from channel where dm_key = ${dmKey([blockerId, blockedId])})`);
}
