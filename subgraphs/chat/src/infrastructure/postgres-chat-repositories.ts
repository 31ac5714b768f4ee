import type { Clock, Uuid } from '@veza/kernel';
import { postgresOutbox, type Transaction } from '@veza/postgres';
import type { ChatEvents } from '@veza/schema/events';
import type { ChatRepositories } from '../application/ports/repositories.ts';
import { postgresChannelCreator } from './channel/postgres-channel-creator.ts';
import { postgresChannelWriter } from './channel/postgres-channel-writer.ts';
import { postgresCommunityWriter } from './community/postgres-community-writer.ts';
import { postgresInviteWriter } from './community/postgres-invite-writer.ts';
import { postgresMessageWriter } from './message/postgres-message-writer.ts';
import { postgresPlaybackWriter } from './channel/postgres-playback-writer.ts';
import { postgresReadMarkWriter } from './message/postgres-read-mark-writer.ts';

/** Makes what a transaction of chat may change. */
export function postgresChatRepositories(options: { readonly clock: Clock; readonly newEventId: () => Uuid }) {
  return (tx: Transaction): ChatRepositories => ({
    communities: postgresCommunityWriter(tx),
    channels: postgresChannelCreator(tx),
    invites: postgresInviteWriter(tx),
    log: postgresChannelWriter(tx),
    messages: postgresMessageWriter(tx),
    playback: postgresPlaybackWriter(tx),
    readMarks: postgresReadMarkWriter(tx),
    events: postgresOutbox<ChatEvents>(tx, options),
  });
}
