import { err, ok, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import { type ChatFailure, notFound } from '../../domain/failure.ts';
import { admitToWebhook, type WebhookActor } from './admit-to-webhook.ts';
import type { DeleteWebhookCommand } from './delete-webhook.ts';
import { type IssuedWebhook, issuedWebhook } from './issued-webhook.ts';
import type { WebhookDependencies } from './webhook-dependencies.ts';

/** Gives a webhook another address, told once; the one before leads nowhere. Needs MANAGE_WEBHOOKS in its channel. Fails with NOT_FOUND, NOT_PERMITTED, INVALID. */
export function regenerateWebhook({ perform, webhooks: reader, webhookSecrets, publicUrl }: WebhookDependencies) {
  return (command: DeleteWebhookCommand): Promise<Result<IssuedWebhook, ChatFailure>> => {
    const { actorId, webhookId, reason } = command;
    return perform<WebhookActor, IssuedWebhook>({
      actorId,
      reason,
      admit: (admit) => admitToWebhook(reader, admit, command),
      async perform({ webhooks }) {
        const webhook = await webhooks.find(webhookId);
        if (!webhook) return err(notFound('webhookId'));
        const secret = webhookSecrets.issue();
        await webhooks.setSecret(webhookId, webhookSecrets.digestOf(secret));
        const audit = auditDraft('WEBHOOK_SECRET_CHANGED', { subjectId: webhookId, channelId: webhook.channelId });
        return ok({ value: issuedWebhook(webhook, { publicUrl, secret }), done: { audit, change: null, changesAccess: false } });
      },
    });
  };
}
