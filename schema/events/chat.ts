/** Facts that the chat subgraph publishes. */
export interface ChatEvents {
  /** A message stands in a channel's log. Key: the channel; revision: the message's place in the log. */
  'chat.message-sent.v1': { readonly channelId: string; readonly messageId: string; readonly authorId: string; readonly seq: number };
  /** A message concerns particular people: it names or answers somebody, or was sent in a conversation. Key: the channel; revision: its place in the log. */
  'chat.people-addressed.v1': { readonly channelId: string; readonly messageId: string; readonly authorId: string; readonly seq: number };
  /** A message carries an upload: it is kept, and nothing else may use it. Key: the upload. */
  'chat.upload-claimed.v1': { readonly uploadId: string; readonly by: string };
  /** The message is gone, and its file with it. Key: the upload. */
  'chat.upload-released.v1': { readonly uploadId: string; readonly by: string };
  /** Somebody joined or left a community, or was removed from it. Key: the community; revision: the epoch of its permissions. */
  'chat.membership-changed.v1': {
    readonly communityId: string;
    readonly userId: string;
    readonly state: 'JOINED' | 'LEFT' | 'KICKED' | 'BANNED';
  };
  /** Somebody managed a community. Key: the community; revision: the place in its audit log. Never what was written in messages. */
  'chat.audit-recorded.v1': {
    readonly auditId: string;
    readonly communityId: string;
    readonly action: string;
    readonly actorId: string;
    /** Id of the person, role, channel or message that it was done to. */
    readonly subjectId: string | null;
    readonly reason: string | null;
  };
}
