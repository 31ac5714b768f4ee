import { type Clock, err, type NewId, ok, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import { can } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, notFound, notPermitted } from '../../domain/failure.ts';
import { type MessageId, tombstone } from '../../domain/message/message.ts';
import { EPOCH_CHANGED, type EpochChanged, withPresentAccess } from '../access-retry.ts';
import type { AccessReader } from '../ports/access.ts';
import type { ChannelHints } from '../ports/log.ts';
import type { ChangeOutcome, MessageReader, OwnMessageChanger } from '../ports/message.ts';
import type { ChatUnitOfWork } from '../ports/repositories.ts';
import { visibleMessage, type VisibleMessage } from './visible-message.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly messages: MessageReader;
  readonly changer: OwnMessageChanger;
  readonly unitOfWork: ChatUnitOfWork;
  readonly hints: ChannelHints;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** Who deletes what. */
export interface DeleteMessageCommand {
  readonly actorId: UserId;
  readonly messageId: MessageId;
}

type Outcome = Result<MessageId, ChatFailure | EpochChanged>;
export type DeleteMessage = ReturnType<typeof deleteMessage>;

/**
 * Leaves of a message only its tombstone. Its author may, and whoever has MANAGE_MESSAGES, which is audited; a deleted message stays deleted
 * without a further entry. Fails with NOT_FOUND, NOT_PERMITTED.
 */
export function deleteMessage({ access, messages, changer, unitOfWork, hints, clock, newId }: Dependencies) {
  const deleteOwn = ({ message, standing }: VisibleMessage, deletedAt: Date): Promise<ChangeOutcome> => {
    const { id: messageId, channelId, authorId } = message;
    return changer.delete({ messageId, channelId, authorId, deletedAt, accessEpoch: standing.accessEpoch });
  };

  const deleteOthers = async ({ message, standing }: VisibleMessage, actorId: UserId, deletedAt: Date): Promise<ChangeOutcome> => {
    const { accessEpoch } = standing;
    const { channelId, authorId } = message;
    const written = await unitOfWork(async ({ log, messages: writer, audit }): Promise<Result<ChangeOutcome, EpochChanged>> => {
      if (!(await log.lock(channelId, accessEpoch))) return err(EPOCH_CHANGED);
      const present = await writer.find(message.id, channelId);
      if (!present || present.isDeleted) return ok({ kind: 'UNCHANGED' });
      const { seq } = await writer.deleteMany([message.id], { channelId, actorId, deletedAt, accessEpoch });
      const { communityId } = standing.channel;
      const draft = auditDraft('MESSAGE_DELETED', { subjectId: message.id, userId: message.webhook ? null : authorId, channelId });
      if (communityId) await audit.record(draft, { id: newId('audit'), communityId, actorId, reason: null, occurredAt: deletedAt });
      return ok({ kind: 'CHANGED', seq });
    });
    return written.ok ? written.value : { kind: 'EPOCH_CHANGED' };
  };

  const attempt = async ({ actorId, messageId }: DeleteMessageCommand): Promise<Outcome> => {
    const found = await visibleMessage({ access, messages }, { actorId, messageId });
    if (!found) return err(notFound('messageId'));
    const { message, standing } = found;
    const isOwn = message.authorId === actorId;
    if (!isOwn && !can(standing, 'MANAGE_MESSAGES')) return err(notPermitted('messageId'));
    if (message.isDeleted) return ok(messageId);
    const deletedAt = clock();
    const outcome = isOwn ? await deleteOwn(found, deletedAt) : await deleteOthers(found, actorId, deletedAt);
    if (outcome.kind === 'EPOCH_CHANGED') return err(EPOCH_CHANGED);
    if (outcome.kind === 'CHANGED') {
      const place = { seq: outcome.seq, accessEpoch: standing.accessEpoch, occurredAt: deletedAt };
      hints.publish(message.channelId, { kind: 'MESSAGE_DELETED', ...place, message: tombstone(message) });
    }
    return ok(messageId);
  };

  return (command: DeleteMessageCommand): Promise<Result<MessageId, ChatFailure>> =>
    withPresentAccess<MessageId, ChatFailure>(() => attempt(command));
}
