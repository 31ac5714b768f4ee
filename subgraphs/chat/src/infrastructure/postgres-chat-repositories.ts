import type { Clock, Uuid } from '@veza/kernel';
import { postgresOutbox, type Transaction } from '@veza/postgres';
import type { ChatEvents } from '@veza/schema/events';
import type { ChatRepositories } from '../application/ports.ts';
import { postgresChannelCreator } from './postgres-channel-creator.ts';
import { postgresChannelWriter } from './postgres-channel-writer.ts';
import { postgresCommunityWriter } from './postgres-community-writer.ts';
import { postgresInviteWriter } from './postgres-invite-writer.ts';
import { postgresMessageWriter } from './postgres-message-writer.ts';
import { postgresPlaybackWriter } from './postgres-playback-writer.ts';
import { postgresReadMarkWriter } from './postgres-read-mark-writer.ts';

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
