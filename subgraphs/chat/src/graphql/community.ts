import { connection } from '@veza/graphql';
import { toId } from '@veza/kernel';
import { communityCursors } from '../domain/event/log-cursor.ts';
import { permissionNames } from '../domain/permissions.ts';
import { communityAnswer } from './answers.ts';
import { carriedOut } from './carried-out.ts';
import { type ChatContext, viewerOf } from './context.ts';
import type { Resolvers } from './generated.ts';
import { optional } from './optional.ts';
import { userReference } from './references.ts';
import { rateLimited } from './refusals.ts';

/** Communities: founding, joining, leaving, and what members see of them. */
export const communityResolvers: Resolvers = {
  Query: {
    community: (_root, { id }, { loaders }) => loaders.community.load(toId('community', id)),
    async communityBySlug(_root, { slug }, { chat, loaders }) {
      const id = await chat.communities.findIdBySlug(slug);
      return id ? loaders.community.load(id) : null;
    },
    async invite(_root, { code }, context) {
      const preview = await context.chat.previewInvite(viewerOf(context), code);
      if (!preview.ok) throw rateLimited(preview.error);
      return preview.value ?? null;
    },
  },
  Mutation: {
    async createCommunity(_root, { input: { name, slug, description } }, context) {
      const created = await context.chat.createCommunity({ ownerId: viewerOf(context), name, slug, description: description ?? null });
      return carriedOut(context, created, communityAnswer(context));
    },
    async updateCommunity(_root, { input: { communityId, name, slug, description, reason } }, context) {
      const changes = { name: optional(name), slug: optional(slug), description, reason };
      const updated = await context.chat.updateCommunity({ ...aboutCommunity(communityId, context), ...changes });
      return carriedOut(context, updated, communityAnswer(context));
    },
    async deleteCommunity(_root, { input: { communityId, reason } }, context) {
      const deleted = await context.chat.deleteCommunity({ ...aboutCommunity(communityId, context), reason });
      return carriedOut(context, deleted, {
        empty: { deletedCommunityId: null },
        fields: (deletedCommunityId) => ({ deletedCommunityId }),
      });
    },
    async transferCommunity(_root, { input: { communityId, userId, reason } }, context) {
      const command = { ...aboutCommunity(communityId, context), userId: toId('user', userId), reason };
      return carriedOut(context, await context.chat.transferCommunity(command), communityAnswer(context));
    },
    async joinCommunity(_root, { input: { inviteCode } }, context) {
      const joined = await context.chat.joinCommunity({ userId: viewerOf(context), inviteCode });
      return carriedOut(context, joined, communityAnswer(context));
    },
    async leaveCommunity(_root, { input: { communityId } }, context) {
      const left = await context.chat.leaveCommunity({ userId: viewerOf(context), communityId: toId('community', communityId) });
      return carriedOut(context, left, { empty: { leftCommunityId: null }, fields: (leftCommunityId) => ({ leftCommunityId }) });
    },
    async createInvite(_root, { input: { communityId, maxUses, expiresAt } }, context) {
      const created = await context.chat.createInvite({
        actorId: viewerOf(context),
        communityId: toId('community', communityId),
        maxUses: maxUses ?? null,
        expiresAt: expiresAt ?? null,
      });
      return carriedOut(context, created, { empty: { invite: null }, fields: (invite) => ({ invite }) });
    },
    async revokeInvite(_root, { input }, context) {
      const revoked = await context.chat.revokeInvite({ ...input, actorId: viewerOf(context) });
      return carriedOut(context, revoked, { empty: { revokedCode: null }, fields: (revokedCode) => ({ revokedCode }) });
    },
  },
  Community: {
    id: ({ community }) => community.id,
    name: ({ community }) => community.name,
    slug: ({ community }) => community.slug,
    description: ({ community }) => community.description,
    memberCount: ({ community }) => community.memberCount,
    eventCursor: ({ community, head }) => communityCursors.encode({ id: community.id, logEpoch: head.logEpoch, seq: head.lastSeq }),
    owner: ({ community }) => userReference(community.ownerId),
    channels: ({ community }, _args, { loaders }) => loaders.channelsOf.load(community.id),
    roles: ({ community }, _args, { loaders }) => loaders.rolesOf.load(community.id),
    async viewerMembership({ community, roleIds, permissions, ...membership }, _args, context) {
      const all = await context.loaders.rolesOf.load(community.id);
      const roles = all.filter(({ id, position }) => position === 0 || roleIds.includes(id));
      return { ...membership, communityId: community.id, userId: viewerOf(context), roles, permissions: permissionNames(permissions) };
    },
    invites: (access, _args, context) => context.chat.listInvites(viewerOf(context), access),
    unreadCount: async ({ community }, _args, { loaders }) => (await loaders.communityUnread.load(community.id)).unread,
    mentionCount: async ({ community }, _args, { loaders }) => (await loaders.communityUnread.load(community.id)).mentions,
  },
  Viewer: {
    async communities({ id }, args, { chat, cursors }) {
      const { slice, encode } = cursors.communities(id);
      const page = await chat.communities.listJoined(id, slice(args));
      return { ...connection(page, ({ joinedAt, community }) => encode({ joinedAt, id: community.id })), totalCount: null };
    },
  },
};

function aboutCommunity(communityId: string, context: ChatContext) {
  return { actorId: viewerOf(context), communityId: toId('community', communityId) };
}
