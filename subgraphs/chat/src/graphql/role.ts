import { toId } from '@veza/kernel';
import { permissionNames } from '../domain/permissions.ts';
import { carriedOut } from './carried-out.ts';
import { channelAnswer, roleAnswer } from './answers.ts';
import { viewerOf } from './context.ts';
import type { Resolvers } from './generated.ts';
import { userReference } from './references.ts';
import { optional, optionalId } from './optional.ts';

/** Roles and what channels grant and take beyond them. */
export const roleResolvers: Resolvers = {
  Mutation: {
    async createRole(_root, { input: { communityId, color, ...input } }, context) {
      const command = { ...input, actorId: viewerOf(context), communityId: toId('community', communityId), color: color ?? null };
      return carriedOut(context, await context.chat.createRole(command), roleAnswer(context));
    },
    async updateRole(_root, { input: { roleId, name, color, permissions, reason } }, context) {
      const changes = { name: optional(name), color, permissions: optional(permissions), reason };
      const updated = await context.chat.updateRole({ actorId: viewerOf(context), roleId: toId('role', roleId), ...changes });
      return carriedOut(context, updated, roleAnswer(context));
    },
    async moveRole(_root, { input: { roleId, ...input } }, context) {
      const moved = await context.chat.moveRole({ ...input, actorId: viewerOf(context), roleId: toId('role', roleId) });
      return carriedOut(context, moved, roleAnswer(context));
    },
    async deleteRole(_root, { input: { roleId, reason } }, context) {
      const deleted = await context.chat.deleteRole({ actorId: viewerOf(context), roleId: toId('role', roleId), reason });
      return carriedOut(context, deleted, { empty: { deletedRoleId: null }, fields: (deletedRoleId) => ({ deletedRoleId }) });
    },
    async setChannelOverwrite(_root, { input: { channelId, roleId, userId, allow, deny, reason } }, context) {
      const target = { channelId: toId('channel', channelId), roleId: optionalId('role', roleId), userId: optionalId('user', userId) };
      const set = await context.chat.setChannelOverwrite({ actorId: viewerOf(context), ...target, allow, deny, reason });
      return carriedOut(context, set, channelAnswer(context));
    },
    async removeChannelOverwrite(_root, { input: { channelId, roleId, userId, reason } }, context) {
      const target = { channelId: toId('channel', channelId), roleId: optionalId('role', roleId), userId: optionalId('user', userId) };
      const removed = await context.chat.removeChannelOverwrite({ actorId: viewerOf(context), ...target, reason });
      return carriedOut(context, removed, channelAnswer(context));
    },
  },
  Role: { permissions: ({ permissions }) => permissionNames(permissions) },
  ChannelOverwrite: {
    role: ({ target }, _args, { loaders }) => (target.kind === 'role' ? loaders.role.load(target.roleId) : null),
    user: ({ target }) => (target.kind === 'member' ? userReference(target.userId) : null),
    allow: ({ allow }) => permissionNames(allow),
    deny: ({ deny }) => permissionNames(deny),
  },
};
