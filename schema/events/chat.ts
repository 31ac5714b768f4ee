/** Facts that the chat subgraph publishes. */
export interface ChatEvents {
  /** A message stands in a channel's log. Key: the channel; revision: the message's place in the log. */
  'chat.message-sent.v1': { readonly channelId: string; readonly messageId: string; readonly authorId: string; readonly seq: number };
  /** Somebody joined or left a community. */
  'chat.membership-changed.v1': { readonly communityId: string; readonly userId: string; readonly state: 'JOINED' | 'LEFT' };
}
