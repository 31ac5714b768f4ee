import { connection } from '@veza/graphql';
import { toId } from '@veza/kernel';
import { permissionNames } from '../domain/permissions.ts';
import { viewerOf } from './context.ts';
import type { Resolvers } from './generated.ts';
import { userReference } from './references.ts';
import { refusals } from './refusals.ts';

/** Communities: founding, joining, leaving, and what members see of them. */
export const communityResolvers: Resolvers = {
  Query: {
    community: (_root, { id }, { loaders }) => loaders.community.load(toId('community', id)),
    async communityBySlug(_root, { slug }, { chat, loaders }) {
      const id = await chat.communities.findIdBySlug(slug);
      return id ? loaders.community.load(id) : null;
    },
  },
  Mutation: {
    async createCommunity(_root, { input: { name, slug, description } }, context) {
      const created = await context.chat.createCommunity({ ownerId: viewerOf(context), name, slug, description: description ?? null });
      if (!created.ok) return { community: null, userErrors: refusals(created.error) };
      context.loaders.clear();
      return { community: await context.loaders.community.load(created.value), userErrors: [] };
    },
    async joinCommunity(_root, { input: { inviteCode } }, context) {
      const joined = await context.chat.joinCommunity({ userId: viewerOf(context), inviteCode });
      if (!joined.ok) return { community: null, userErrors: refusals(joined.error) };
      context.loaders.clear();
      return { community: await context.loaders.community.load(joined.value), userErrors: [] };
    },
    async leaveCommunity(_root, { input: { communityId } }, context) {
      const left = await context.chat.leaveCommunity({ userId: viewerOf(context), communityId: toId('community', communityId) });
      if (!left.ok) return { leftCommunityId: null, userErrors: refusals(left.error) };
      context.loaders.clear();
      return { leftCommunityId: left.value, userErrors: [] };
    },
    async createInvite(_root, { input: { communityId, maxUses, expiresAt } }, context) {
      const created = await context.chat.createInvite({
        actorId: viewerOf(context),
        communityId: toId('community', communityId),
        maxUses: maxUses ?? null,
        expiresAt: expiresAt ?? null,
      });
      return created.ok ? { invite: created.value, userErrors: [] } : { invite: null, userErrors: refusals(created.error) };
    },
  },
  Community: {
    id: ({ community }) => community.id,
    name: ({ community }) => community.name,
    slug: ({ community }) => community.slug,
    description: ({ community }) => community.description,
    memberCount: ({ community }) => community.memberCount,
    owner: ({ community }) => userReference(community.ownerId),
    channels: ({ community }, _args, { loaders }) => loaders.channelsOf.load(community.id),
    roles: ({ community }, _args, { loaders }) => loaders.rolesOf.load(community.id),
    async viewerMembership({ community, nickname, joinedAt, permissions }, _args, context) {
      const roles = await context.loaders.rolesOf.load(community.id);
      return { communityId: community.id, userId: viewerOf(context), nickname, joinedAt, roles, permissions: permissionNames(permissions) };
    },
    async members({ community }, args, { chat, cursors }) {
      const { slice, encode } = cursors.members(community.id);
      const page = await chat.communities.listMembers(community.id, slice(args));
      return { ...connection(page, ({ joinedAt, userId }) => encode({ joinedAt, id: userId })), totalCount: community.memberCount };
    },
    unreadCount: async ({ community }, _args, { loaders }) => (await loaders.communityUnread.load(community.id)).unread,
    mentionCount: async ({ community }, _args, { loaders }) => (await loaders.communityUnread.load(community.id)).mentions,
  },
  Member: { user: ({ userId }) => userReference(userId) },
  Role: { permissions: ({ permissions }) => permissionNames(permissions) },
  Viewer: {
    async communities({ id }, args, { chat, cursors }) {
      const { slice, encode } = cursors.communities(id);
      const page = await chat.communities.listJoined(id, slice(args));
      return { ...connection(page, ({ joinedAt, community }) => encode({ joinedAt, id: community.id })), totalCount: null };
    },
  },
};
