import { toId } from '@veza/kernel';
import type { EventEnvelope } from '@veza/messaging';
import type { Transaction } from '@veza/postgres';
import type { ChatEvents } from '@veza/schema/events';
import type { UserId } from '../../domain/community.ts';
import { appendEntries } from './append-entries.ts';

/** Topics that tell people of their memberships. */
export const MEMBERSHIP_TOPICS = ['chat.membership-changed.v1'] as const satisfies readonly (keyof ChatEvents)[];

/** Tells a person what became of a membership, in the order in which it happened. Answers whose inboxes have grown. */
export async function onMembershipChanged(tx: Transaction, event: EventEnvelope): Promise<readonly UserId[]> {
  const { userId: id, communityId, state } = event.data as ChatEvents['chat.membership-changed.v1'];
  const userId = toId('user', id);
  const news = { kind: 'MEMBERSHIP_CHANGED', communityId: toId('community', communityId), state } as const;
  await appendEntries(tx, [{ userId, news }], new Date(event.occurredAt));
  return [userId];
}
