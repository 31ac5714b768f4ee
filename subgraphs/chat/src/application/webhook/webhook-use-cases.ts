import { can, type ChannelAccess } from '../../domain/channel-access.ts';
import type { Webhook } from '../../domain/webhook.ts';
import { createWebhook } from './create-webhook.ts';
import { deleteWebhook } from './delete-webhook.ts';
import { regenerateWebhook } from './regenerate-webhook.ts';
import { updateWebhook } from './update-webhook.ts';
import type { WebhookDependencies } from './webhook-dependencies.ts';

/** Management of webhooks. */
export function webhookUseCases(deps: WebhookDependencies) {
  return {
    createWebhook: createWebhook(deps),
    updateWebhook: updateWebhook(deps),
    regenerateWebhook: regenerateWebhook(deps),
    deleteWebhook: deleteWebhook(deps),
    /** Oldest first; null for whoever lacks MANAGE_WEBHOOKS in the channel. */
    listWebhooks: async (access: ChannelAccess): Promise<readonly Webhook[] | null> =>
      can(access, 'MANAGE_WEBHOOKS') ? deps.webhooks.list(access.channel.id) : null,
  };
}

export type WebhookUseCases = ReturnType<typeof webhookUseCases>;
