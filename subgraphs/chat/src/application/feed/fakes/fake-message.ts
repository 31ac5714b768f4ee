import { toTypeId } from '@veza/kernel';
import type { ChannelId } from '../../../domain/channel.ts';
import type { UserId } from '../../../domain/community.ts';
import type { MessageId, MessageView } from '../../../domain/message/message.ts';

const uuid = (number: number) => `019aa000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

/** The channel, the person and the message of a number. For tests. */
export const fakeChannelId = toTypeId('channel', uuid(1)) as ChannelId;
export const fakeUserId = toTypeId('user', uuid(2)) as UserId;
export const fakeMessageId = (number: number) => toTypeId('message', uuid(number)) as MessageId;

/** A plain message of the fake channel. For tests. */
export function fakeMessage(number: number, change: Partial<MessageView> = {}): MessageView {
  return {
    id: fakeMessageId(number),
    channelId: fakeChannelId,
    seq: number,
    messageNumber: number,
    authorId: fakeUserId,
    content: `text ${number}`,
    createdAt: new Date(0),
    editedAt: null,
    isDeleted: false,
    isPinned: false,
    replyToId: null,
    trackMoment: null,
    attachments: [],
    thread: null,
    poll: null,
    webhook: null,
    mentions: [],
    mentionedRoles: [],
    reactions: [],
    replyTo: null,
    ...change,
  };
}
