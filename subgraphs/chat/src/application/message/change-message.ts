import { err, ok, type Result } from '@veza/kernel';
import type { ChannelAccess } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, notFound } from '../../domain/failure.ts';
import type { MessageId, MessageView } from '../../domain/message/message.ts';
import { EPOCH_CHANGED, type EpochChanged, withPresentAccess } from '../access-retry.ts';
import { messageEvent, type MessageLogEntry } from '../log-entry.ts';
import { visibleMessage } from './visible-message.ts';
import type { AccessReader } from '../ports/access.ts';
import type { ChannelHints } from '../ports/log.ts';
import type { MessageReader } from '../ports/message.ts';
import type { ChatRepositories, ChatUnitOfWork } from '../ports/repositories.ts';

/** What every change of a message needs. */
export interface ChangeMessageDependencies {
  readonly access: AccessReader;
  readonly messages: MessageReader;
  readonly unitOfWork: ChatUnitOfWork;
  readonly hints: ChannelHints;
}

/** One kind of change. */
export interface MessageChange {
  readonly messageId: MessageId;
  readonly actorId: UserId;
  /** Why this person may not, as far as message and permissions tell. */
  readonly refuse: (message: MessageView, access: ChannelAccess) => ChatFailure | undefined;
  /** Makes the change under the channel's lock and answers what to log; undefined when everything is so already. */
  readonly apply: (
    repositories: ChatRepositories,
    message: MessageView,
    access: ChannelAccess,
  ) => Promise<Result<MessageLogEntry | undefined, ChatFailure>>;
}

interface Changed {
  readonly entry: MessageLogEntry;
  readonly seq: number;
}

/**
 * Changes a message in the order of its channel's log: access, then under the log's lock the change and its entry, then the hint.
 * A change that changes nothing succeeds without an entry. Answers the message as it is afterwards.
 * Fails with NOT_FOUND and with what the change itself refuses.
 */
export function changeMessage({ access, messages, unitOfWork, hints }: ChangeMessageDependencies) {
  const write = (change: MessageChange, standing: ChannelAccess) =>
    unitOfWork(async (repositories): Promise<Result<Changed | undefined, ChatFailure | EpochChanged>> => {
      if (!(await repositories.log.lock(standing.channel.id, standing.accessEpoch))) return err(EPOCH_CHANGED);
      const message = await repositories.messages.find(change.messageId, standing.channel.id);
      const refused = message ? change.refuse(message, standing) : notFound('messageId');
      if (!message || refused) return err(refused ?? notFound('messageId'));
      const applied = await change.apply(repositories, message, standing);
      if (!applied.ok || !applied.value) return applied.ok ? ok(undefined) : applied;
      return ok({ entry: applied.value, seq: await repositories.log.append(applied.value) });
    });

  return async (change: MessageChange): Promise<Result<MessageView, ChatFailure>> => {
    const written = await withPresentAccess(async (): Promise<Result<Changed | undefined, ChatFailure | EpochChanged>> => {
      const found = await visibleMessage({ access, messages }, change);
      if (!found) return err(notFound('messageId'));
      const refused = change.refuse(found.message, found.standing);
      return refused ? err(refused) : write(change, found.standing);
    });
    if (!written.ok) return written;

    const message = (await messages.findMany([change.messageId])).get(change.messageId);
    if (!message) throw new Error(`message ${change.messageId} vanished after its change`);
    if (written.value) hints.publish(message.channelId, messageEvent(written.value.entry, written.value.seq, message));
    return ok(message);
  };
}
