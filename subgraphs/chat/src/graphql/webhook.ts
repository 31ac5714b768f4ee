import { toId } from '@veza/kernel';
import { carriedOut } from './carried-out.ts';
import { channelAccess } from './channel-access.ts';
import { type ChatContext, viewerOf } from './context.ts';
import type { Resolvers } from './generated.ts';
import { optional } from './optional.ts';
import { userReference } from './references.ts';

/** Webhooks: the doors of other programs into a channel, and what they wrote. */
export const webhookResolvers: Resolvers = {
  Mutation: {
    async createWebhook(_root, { input: { channelId, name, mayMentionEveryone, reason } }, context) {
      const asked = { channelId: toId('channel', channelId), name, mayMentionEveryone: mayMentionEveryone ?? false, reason };
      const created = await context.chat.createWebhook({ actorId: viewerOf(context), ...asked });
      return carriedOut(context, created, { empty: { webhook: null, url: null }, fields: (issued) => issued });
    },
    async updateWebhook(_root, { input }, context) {
      const changes = { name: optional(input.name), mayMentionEveryone: optional(input.mayMentionEveryone) };
      const updated = await context.chat.updateWebhook({ ...aboutWebhook(input, context), ...changes });
      return carriedOut(context, updated, { empty: { webhook: null }, fields: (webhook) => ({ webhook }) });
    },
    async regenerateWebhook(_root, { input }, context) {
      const issued = await context.chat.regenerateWebhook(aboutWebhook(input, context));
      return carriedOut(context, issued, { empty: { webhook: null, url: null }, fields: (fields) => fields });
    },
    async deleteWebhook(_root, { input }, context) {
      const deleted = await context.chat.deleteWebhook(aboutWebhook(input, context));
      return carriedOut(context, deleted, { empty: { deletedWebhookId: null }, fields: (deletedWebhookId) => ({ deletedWebhookId }) });
    },
  },
  Channel: { webhooks: async (model, _args, context) => context.chat.listWebhooks(await channelAccess(model, context)) },
  Webhook: { creator: ({ creatorId }) => userReference(creatorId) },
  Message: { author: ({ authorId, webhook }) => (webhook ? null : userReference(authorId)) },
};

interface WebhookInput {
  readonly webhookId: string;
  readonly reason?: string | null | undefined;
}

function aboutWebhook({ webhookId, reason }: WebhookInput, context: ChatContext) {
  return { actorId: viewerOf(context), webhookId: toId('webhook', webhookId), reason };
}
