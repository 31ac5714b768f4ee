import { toId, toUuid } from '@veza/kernel';
import type { EventEnvelope } from '@veza/messaging';
import type { Transaction } from '@veza/postgres';
import type { UsersEvents } from '@veza/schema/events';
import { sql } from 'drizzle-orm';

/** Topics that tell what people are called. */
export const ARTIST_TOPICS = ['users.account-created.v1', 'users.profile-updated.v1'] as const satisfies readonly (keyof UsersEvents)[];

/** Keeps what a person is called, under which their tracks are found and shown to the world. What is older than what is known changes nothing. */
export async function onArtistChanged(tx: Transaction, { data, revision }: EventEnvelope): Promise<void> {
  const { userId, username, displayName } = data as UsersEvents[(typeof ARTIST_TOPICS)[number]];
  await tx.execute(sql`
    insert into artist_card values (${toUuid('user', toId('user', userId))}, ${username}, ${displayName}, ${revision})
    on conflict (user_id) do update set username = excluded.username, display_name = excluded.display_name, revision = excluded.revision
    where artist_card.revision < excluded.revision`);
}
