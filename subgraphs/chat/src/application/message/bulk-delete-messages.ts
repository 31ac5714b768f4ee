import { type Clock, err, type NewId, ok, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import type { ChannelId } from '../../domain/channel.ts';
import { can, canView, type ChannelAccess } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid, notFound, notPermitted } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import type { MessageId } from '../../domain/message/message.ts';
import { cleanText } from '../../domain/message/text.ts';
import { EPOCH_CHANGED, type EpochChanged, withPresentAccess } from '../access-retry.ts';
import type { AccessReader } from '../ports/access.ts';
import type { ChannelHints } from '../ports/log.ts';
import type { DeletedMessages } from '../ports/message.ts';
import type { ChatUnitOfWork } from '../ports/repositories.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly unitOfWork: ChatUnitOfWork;
  readonly hints: ChannelHints;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly limits: ChatLimits;
}

/** Which messages of one channel go. */
export interface BulkDeleteMessagesCommand {
  readonly actorId: UserId;
  readonly channelId: ChannelId;
  readonly messageIds: readonly MessageId[];
  readonly reason?: string | null | undefined;
}

export type BulkDeleteMessages = ReturnType<typeof bulkDeleteMessages>;
type Outcome = Result<readonly MessageId[], ChatFailure | EpochChanged>;

/**
 * Leaves tombstones of 2 to 100 messages of a channel, each with its event, and one entry in the audit log for all of them. Messages that are
 * absent, of another channel or gone already are passed over. Needs MANAGE_MESSAGES. Answers those that went.
 * Fails with NOT_FOUND, NOT_PERMITTED, INVALID.
 */
export function bulkDeleteMessages({ access, unitOfWork, hints, clock, newId, limits }: Dependencies) {
  const write = (command: BulkDeleteMessagesCommand, { channel, accessEpoch }: ChannelAccess, reason: string | null) =>
    unitOfWork(async ({ log, messages, audit }): Promise<Result<DeletedMessages, EpochChanged>> => {
      const { actorId, messageIds } = command;
      const { id: channelId, communityId } = channel;
      if (!(await log.lock(channelId, accessEpoch))) return err(EPOCH_CHANGED);
      const occurredAt = clock();
      const deleted = await messages.deleteMany(messageIds, { channelId, actorId, deletedAt: occurredAt, accessEpoch });
      if (deleted.messageIds.length === 0) return ok(deleted);
      const draft = auditDraft('MESSAGES_DELETED', { channelId, changes: { messageIds: [deleted.messageIds, []] } });
      if (communityId) await audit.record(draft, { id: newId('audit'), communityId, actorId, reason, occurredAt });
      return ok(deleted);
    });

  const attempt = async (command: BulkDeleteMessagesCommand, reason: string | null): Promise<Outcome> => {
    const { actorId, channelId } = command;
    const standing = (await access.channels(actorId, [channelId])).get(channelId);
    if (!canView(standing)) return err(notFound('channelId'));
    if (!can(standing, 'MANAGE_MESSAGES')) return err(notPermitted('channelId'));
    const written = await write(command, standing, reason);
    if (!written.ok) return written;
    const { messageIds, seq } = written.value;
    if (messageIds.length > 0) hints.announce(channelId, { seq, accessEpoch: standing.accessEpoch });
    return ok(messageIds);
  };

  return async (command: BulkDeleteMessagesCommand): Promise<Result<readonly MessageId[], ChatFailure>> => {
    const count = new Set(command.messageIds).size;
    if (count < 2 || count > limits.bulkDeletion) return err(invalid(`2 to ${limits.bulkDeletion} messages go at once`, 'messageIds'));
    const reason = cleanText(command.reason, limits.reasonLength);
    if (reason === undefined) return err(invalid(`a reason has at most ${limits.reasonLength} characters`, 'reason'));
    return withPresentAccess<readonly MessageId[], ChatFailure>(() => attempt(command, reason));
  };
}
