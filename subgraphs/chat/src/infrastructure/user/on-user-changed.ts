import { toId } from '@veza/kernel';
import type { EventEnvelope } from '@veza/messaging';
import type { Transaction } from '@veza/postgres';
import type { UsersEvents } from '@veza/schema/events';
import { lt, sql } from 'drizzle-orm';
import { userCard } from '../tables.ts';

/** Topics that change what chat shows of people. */
export const USER_TOPICS = ['users.account-created.v1', 'users.profile-updated.v1'] as const satisfies readonly (keyof UsersEvents)[];

type UserFact = UsersEvents['users.account-created.v1'] & Pick<UsersEvents['users.profile-updated.v1'], 'avatarImageId'>;

/** Keeps a person's card as its owner says; an event older than the card changes nothing. */
export async function onUserChanged(tx: Transaction, event: EventEnvelope): Promise<void> {
  const { userId, username, displayName, avatarImageId = null } = event.data as UserFact;
  const card = { username, displayName, avatarImageId };
  const { revision } = event;
  await tx
    .insert(userCard)
    .values({ userId: toId('user', userId), ...card, revision })
    .onConflictDoUpdate({ target: userCard.userId, set: { ...card, revision }, setWhere: lt(userCard.revision, sql`excluded.revision`) });
}
