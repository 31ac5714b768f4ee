import { readSlice } from '@veza/graphql';
import { type CursorCodec, cursorCodec, type CursorKey, type PageArguments, type Slice } from '@veza/kernel';
import type { ActivityPlace } from '../application/ports/conversation.ts';
import type { JoinPlace } from '../application/ports/community.ts';
import type { ThreadPlace } from '../application/ports/thread.ts';
import type { BanPlace } from '../application/ports/member.ts';
import type { ChannelId } from '../domain/channel.ts';
import type { CommunityId, UserId } from '../domain/community.ts';
import type { MessageId } from '../domain/message/message.ts';

/** Cursors of one connection, as its clients and its rows have them. */
export interface ConnectionCursors<Place> {
  encode(place: Place): string;
  /** The page that is asked for. @throws GraphQLError BAD_USER_INPUT, CURSOR_INVALID */
  slice(given: PageArguments): Slice<Place>;
}

/** The connections of chat, each with cursors that no other accepts. */
export interface ChatCursors {
  messages(channelId: ChannelId): ConnectionCursors<number>;
  members(communityId: CommunityId, search: string | null): ConnectionCursors<JoinPlace<UserId>>;
  threads(channelId: ChannelId, isArchived: boolean): ConnectionCursors<ThreadPlace>;
  threadMembers(threadId: ChannelId): ConnectionCursors<JoinPlace<UserId>>;
  bans(communityId: CommunityId): ConnectionCursors<BanPlace>;
  auditLog(communityId: CommunityId): ConnectionCursors<number>;
  /** @param search everything that decides what is found */
  search(search: object): ConnectionCursors<MessageId>;
  communities(viewerId: UserId): ConnectionCursors<JoinPlace<CommunityId>>;
  conversations(viewerId: UserId): ConnectionCursors<ActivityPlace>;
}

/** @param secret key of the cursors' checksums; the same on every node and after every restart */
export function chatCursors(secret: Uint8Array): ChatCursors {
  return {
    messages: (channelId) => byNumber(cursorCodec(secret, 'Channel.messages', channelId)),
    members: (communityId, search) =>
      connectionCursors(cursorCodec(secret, 'Community.members', { communityId, search }), joinKeys, joinPlace<UserId>),
    threads: (channelId, isArchived) =>
      connectionCursors(cursorCodec(secret, 'Channel.threads', { channelId, isArchived }), threadKeys, threadPlace),
    threadMembers: (threadId) => connectionCursors(cursorCodec(secret, 'Channel.threadMembers', threadId), joinKeys, joinPlace<UserId>),
    bans: (communityId) => connectionCursors(cursorCodec(secret, 'Community.bans', communityId), banKeys, banPlace),
    auditLog: (communityId) => byNumber(cursorCodec(secret, 'Community.auditLog', communityId)),
    search: (search) =>
      connectionCursors(
        cursorCodec(secret, 'Query.searchMessages', search),
        (id) => [id],
        ([id]) => String(id) as MessageId,
      ),
    communities: (viewerId) => connectionCursors(cursorCodec(secret, 'Viewer.communities', viewerId), joinKeys, joinPlace<CommunityId>),
    conversations: (viewerId) =>
      connectionCursors(cursorCodec(secret, 'Viewer.directConversations', viewerId), activityKeys, activityPlace),
  };
}

function connectionCursors<Place>(
  codec: CursorCodec,
  keysOf: (place: Place) => readonly CursorKey[],
  placeOf: (keys: readonly CursorKey[]) => Place,
): ConnectionCursors<Place> {
  return {
    encode: (place) => codec.encode(keysOf(place)),
    slice: (given) => readSlice(given, codec, placeOf),
  };
}

function byNumber(codec: CursorCodec): ConnectionCursors<number> {
  return connectionCursors(
    codec,
    (number) => [number],
    ([number]) => Number(number),
  );
}

function banKeys({ createdAt, userId }: BanPlace): readonly CursorKey[] {
  return [createdAt.getTime(), userId];
}

function banPlace([createdAtMs, userId]: readonly CursorKey[]): BanPlace {
  return { createdAt: new Date(Number(createdAtMs)), userId: String(userId) as UserId };
}

function activityKeys({ activeAt, id }: ActivityPlace): readonly CursorKey[] {
  return [activeAt.getTime(), id];
}

function activityPlace([activeAtMs, id]: readonly CursorKey[]): ActivityPlace {
  return { activeAt: new Date(Number(activeAtMs)), id: String(id) as ChannelId };
}

function threadKeys({ createdAt, id }: ThreadPlace): readonly CursorKey[] {
  return [createdAt.getTime(), id];
}

function threadPlace([createdAtMs, id]: readonly CursorKey[]): ThreadPlace {
  return { createdAt: new Date(Number(createdAtMs)), id: String(id) as ChannelId };
}

function joinKeys({ joinedAt, id }: JoinPlace<string>): readonly CursorKey[] {
  return [joinedAt.getTime(), id];
}

function joinPlace<Id extends string>([joinedAtMs, id]: readonly CursorKey[]): JoinPlace<Id> {
  return { joinedAt: new Date(Number(joinedAtMs)), id: String(id) as Id };
}
