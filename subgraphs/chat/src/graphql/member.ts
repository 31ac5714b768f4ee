import { connection } from '@veza/graphql';
import { toId } from '@veza/kernel';
import { memberAnswer } from './answers.ts';
import { carriedOut } from './carried-out.ts';
import { type ChatContext, viewerOf } from './context.ts';
import type { Resolvers } from './generated.ts';
import { optionalId } from './optional.ts';
import { userReference } from './references.ts';
import { searchText } from './search-text.ts';

/** Members: naming them, giving them roles, and parting with them. */
export const memberResolvers: Resolvers = {
  Mutation: {
    async assignRole(_root, { input }, context) {
      const command = { ...aboutMember(input, context), roleId: toId('role', input.roleId) };
      return carriedOut(context, await context.chat.assignRole(command), memberAnswer(context, command.communityId));
    },
    async unassignRole(_root, { input }, context) {
      const command = { ...aboutMember(input, context), roleId: toId('role', input.roleId) };
      return carriedOut(context, await context.chat.unassignRole(command), memberAnswer(context, command.communityId));
    },
    async setNickname(_root, { input: { communityId: id, userId, nickname, reason } }, context) {
      const actorId = viewerOf(context);
      const communityId = toId('community', id);
      const target = { actorId, communityId, userId: optionalId('user', userId) ?? actorId };
      const named = await context.chat.setNickname({ ...target, nickname: nickname ?? null, reason });
      return carriedOut(context, named, memberAnswer(context, communityId));
    },
    async kickMember(_root, { input }, context) {
      const kicked = await context.chat.kickMember(aboutMember(input, context));
      return carriedOut(context, kicked, { empty: { kickedUserId: null }, fields: (kickedUserId) => ({ kickedUserId }) });
    },
    async banMember(_root, { input }, context) {
      const { until, deleteMessagesSince } = input;
      const when = { until: until ?? null, deleteMessagesSince: deleteMessagesSince ?? null };
      const banned = await context.chat.banMember({ ...aboutMember(input, context), ...when });
      return carriedOut(context, banned, { empty: { bannedUserId: null }, fields: (bannedUserId) => ({ bannedUserId }) });
    },
    async unbanMember(_root, { input }, context) {
      const unbanned = await context.chat.unbanMember(aboutMember(input, context));
      return carriedOut(context, unbanned, { empty: { unbannedUserId: null }, fields: (unbannedUserId) => ({ unbannedUserId }) });
    },
    async timeOutMember(_root, { input }, context) {
      const command = { ...aboutMember(input, context), until: input.until };
      return carriedOut(context, await context.chat.timeOutMember(command), memberAnswer(context, command.communityId));
    },
    async liftTimeOut(_root, { input }, context) {
      const command = aboutMember(input, context);
      return carriedOut(context, await context.chat.liftTimeOut(command), memberAnswer(context, command.communityId));
    },
  },
  Community: {
    async members({ community }, { search, ...args }, { chat, cursors }) {
      const wanted = searchText(search);
      const { slice, encode } = cursors.members(community.id, wanted);
      const page = await chat.members.list(community.id, wanted, slice(args));
      const totalCount = wanted === null ? community.memberCount : null;
      return { ...connection(page, ({ joinedAt, userId }) => encode({ joinedAt, id: userId })), totalCount };
    },
    async bans(access, args, { chat, cursors }) {
      const { slice, encode } = cursors.bans(access.community.id);
      return { ...connection(await chat.listBans(access, slice(args)), encode), totalCount: null };
    },
  },
  Member: { user: ({ userId }) => userReference(userId) },
  Ban: {
    user: ({ userId }) => userReference(userId),
    actor: ({ actorId }) => userReference(actorId),
  },
};

interface MemberInput {
  readonly communityId: string;
  readonly userId: string;
  readonly reason?: string | null | undefined;
}

function aboutMember({ communityId, userId, reason }: MemberInput, context: ChatContext) {
  return { actorId: viewerOf(context), communityId: toId('community', communityId), userId: toId('user', userId), reason };
}
