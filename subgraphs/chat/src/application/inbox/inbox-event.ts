import type { ChannelAccess } from '../../domain/channel-access.ts';
import type { CommunityId } from '../../domain/community.ts';
import type { StreamEndReason } from '../../domain/event/stream-end.ts';
import type { MembershipState, MentionCause } from '../../domain/inbox/inbox-entry.ts';
import type { MessageView } from '../../domain/message/message.ts';

/** What reaches the owner of an inbox. Whatever it shows they see at this moment. */
export type InboxEvent = { readonly cursor: string; readonly occurredAt: Date } & (
  | { readonly kind: 'UNREAD_CHANGED'; readonly channel: ChannelAccess }
  | { readonly kind: 'MENTIONED'; readonly message: MessageView; readonly cause: MentionCause }
  | { readonly kind: 'MEMBERSHIP_CHANGED'; readonly communityId: CommunityId; readonly state: MembershipState }
  | { readonly kind: 'RESYNC_REQUIRED'; readonly reason: StreamEndReason }
);
