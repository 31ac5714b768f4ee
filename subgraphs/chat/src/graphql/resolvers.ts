import { imageResolvers } from '@veza/graphql';
import { attachmentResolvers } from './attachment.ts';
import { auditResolvers } from './audit.ts';
import { autoModResolvers } from './auto-mod.ts';
import { channelEventResolvers } from './channel-event.ts';
import { channelResolvers } from './channel.ts';
import { communityEventResolvers } from './community-event.ts';
import { communityResolvers } from './community.ts';
import { conversationResolvers } from './conversation.ts';
import { inboxResolvers } from './inbox.ts';
import { memberResolvers } from './member.ts';
import { messageResolvers } from './message.ts';
import { notificationResolvers } from './notification.ts';
import { pollResolvers } from './poll.ts';
import { presenceResolvers } from './presence.ts';
import { roleResolvers } from './role.ts';
import { scheduledMessageResolvers } from './scheduled-message.ts';
import { searchResolvers } from './search.ts';
import { threadResolvers } from './thread.ts';
import { userResolvers } from './user.ts';
import { webhookResolvers } from './webhook.ts';

/** The resolvers of all of chat. @param mediaUrl where pictures are reached from outside */
export function chatResolvers(mediaUrl: string) {
  return [
    communityResolvers,
    channelResolvers,
    threadResolvers,
    pollResolvers,
    webhookResolvers,
    scheduledMessageResolvers,
    roleResolvers,
    memberResolvers,
    conversationResolvers,
    presenceResolvers,
    userResolvers,
    auditResolvers,
    autoModResolvers,
    messageResolvers,
    notificationResolvers,
    searchResolvers,
    inboxResolvers,
    attachmentResolvers,
    channelEventResolvers,
    communityEventResolvers,
    imageResolvers(mediaUrl),
  ];
}
