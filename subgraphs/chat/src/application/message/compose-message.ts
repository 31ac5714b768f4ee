import { type Clock, err, ok, type Result } from '@veza/kernel';
import { checkAttachments } from '../attachment/check-attachments.ts';
import { can, type ChannelAccess } from '../../domain/channel-access.ts';
import { hasLog } from '../../domain/channel.ts';
import { type ChatFailure, invalid, notFound, notPermitted } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import { messageContent, type TrackMoment } from '../../domain/message/message.ts';
import { pollDraft } from '../../domain/poll.ts';
import { isPlayableAt } from '../../domain/track-card.ts';
import type { UploadCatalogue } from '../ports/attachment.ts';
import type { MessageDraft, MessageReader } from '../ports/message.ts';
import type { TrackCatalogue } from '../ports/track.ts';
import { sendRefusal } from './send-refusal.ts';
import type { ResolveMentions } from './resolve-mentions.ts';
import type { SendMessageCommand } from './send-message-command.ts';

interface Dependencies {
  readonly messages: MessageReader;
  readonly tracks: TrackCatalogue;
  readonly uploads: UploadCatalogue;
  readonly mentionsIn: ResolveMentions;
  readonly clock: Clock;
  readonly limits: ChatLimits;
}

/** The part of a draft that follows from what the author wrote. */
export type Composition = Pick<MessageDraft, 'content' | 'mentions' | 'poll' | 'replyToId' | 'trackMoment'>;

/**
 * Checks what an author wants to send against the channel and the limits.
 * Fails with INVALID, NOT_PERMITTED, TIMED_OUT, BLOCKED, NOT_FOUND (the answered message), LIMIT_REACHED, TRACK_NOT_PLAYABLE, UPLOAD_NOT_READY.
 */
export function composeMessage({ messages, tracks, uploads, mentionsIn, clock, limits }: Dependencies) {
  const checkFiles = checkAttachments({ uploads, limits });

  const checkReply = async ({ replyToId, channelId }: SendMessageCommand): Promise<ChatFailure | undefined> => {
    if (replyToId === null) return undefined;
    const answered = (await messages.findMany([replyToId], channelId)).get(replyToId);
    return answered && !answered.isDeleted ? undefined : notFound('replyToId');
  };

  const checkMoment = async (moment: TrackMoment | null, access: ChannelAccess): Promise<ChatFailure | undefined> => {
    if (moment === null) return undefined;
    if (!can(access, 'ANCHOR_COMMENT')) return notPermitted('trackMoment');
    if (moment.positionMs < 0) return invalid('a position is not negative', 'trackMoment', 'positionMs');
    const card = await tracks.find(moment.trackId);
    if (isPlayableAt(card, moment.positionMs)) return undefined;
    return {
      code: 'TRACK_NOT_PLAYABLE',
      path: ['trackMoment'],
      message: 'There is no such moment in a track that everybody here can hear.',
    };
  };

  const checkParts = async (command: SendMessageCommand, access: ChannelAccess): Promise<ChatFailure | undefined> =>
    (await checkReply(command)) ?? (await checkMoment(command.trackMoment, access)) ?? checkFiles(command, access);

  return async (command: SendMessageCommand, access: ChannelAccess): Promise<Result<Composition, ChatFailure>> => {
    const { authorId, replyToId, trackMoment } = command;
    const silenced = hasLog(access.channel) ? sendRefusal(access, 'channelId') : invalid('a category holds no messages', 'channelId');
    if (silenced) return err(silenced);
    const content = contentOf(command, limits);
    if (content === undefined) return err(invalid(`a message has 1 to ${limits.contentLength} characters`, 'content'));
    const poll = command.poll ? pollDraft(command.poll, { limits, now: clock() }) : ok(null);
    if (!poll.ok) return poll;
    const mentions = await mentionsIn(content, access, authorId);
    if (!mentions.ok) return mentions;
    const refused = await checkParts(command, access);
    return refused ? err(refused) : ok({ content, mentions: mentions.value, poll: poll.value, replyToId, trackMoment });
  };
}

/** A message may say nothing where it shows something. */
function contentOf({ content, trackMoment, poll, attachmentUploadIds = [] }: SendMessageCommand, limits: ChatLimits): string | undefined {
  const mayBeEmpty = trackMoment !== null || poll !== undefined || attachmentUploadIds.length > 0;
  return messageContent(content, { maxLength: limits.contentLength, mayBeEmpty });
}
