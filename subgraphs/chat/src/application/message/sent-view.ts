import type { MessageView } from '../../domain/message/message.ts';
import type { MessageDraft, SendOutcome } from '../ports/message.ts';

/**
 * A message as it stands when it has just been sent, without reading it. Only for one that answers
 * none, because an answered message may have changed, and carries no files, which are described elsewhere.
 */
export function sentView(draft: MessageDraft, { seq, messageNumber }: Extract<SendOutcome, { readonly kind: 'SENT' }>): MessageView {
  const { id, channelId, authorId, content, createdAt, trackMoment, mentions } = draft;
  return {
    id,
    channelId,
    seq,
    messageNumber,
    authorId,
    content,
    createdAt,
    editedAt: null,
    isDeleted: false,
    isPinned: false,
    replyToId: null,
    trackMoment,
    attachments: [],
    mentions: mentions.users,
    mentionedRoles: mentions.roles,
    reactions: [],
    replyTo: null,
    thread: null,
    poll: null,
    webhook: null,
  };
}
