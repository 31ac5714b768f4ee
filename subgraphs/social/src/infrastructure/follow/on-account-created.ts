import type { Id } from '@veza/kernel';
import type { EventEnvelope } from '@veza/messaging';
import type { Transaction } from '@veza/postgres';
import type { UsersEvents } from '@veza/schema/events';
import { knownUser } from '../tables.ts';

/** Somebody joined, and can be followed. */
export async function onAccountCreated(tx: Transaction, { data }: EventEnvelope<UsersEvents['users.account-created.v1']>): Promise<void> {
  await tx
    .insert(knownUser)
    .values({ id: data.userId as Id<'user'> })
    .onConflictDoNothing();
}
