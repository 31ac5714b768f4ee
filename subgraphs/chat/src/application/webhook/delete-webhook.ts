import { err, ok, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, notFound } from '../../domain/failure.ts';
import type { WebhookId } from '../../domain/webhook.ts';
import { admitToWebhook, type WebhookActor } from './admit-to-webhook.ts';
import type { WebhookDependencies } from './webhook-dependencies.ts';

/** Which webhook, and why. */
export interface DeleteWebhookCommand {
  readonly actorId: UserId;
  readonly webhookId: WebhookId;
  readonly reason?: string | null | undefined;
}

/** Closes a door; what was written through it stays. Needs MANAGE_WEBHOOKS in its channel. Fails with NOT_FOUND, NOT_PERMITTED, INVALID. */
export function deleteWebhook({ perform, webhooks: reader }: WebhookDependencies) {
  return (command: DeleteWebhookCommand): Promise<Result<WebhookId, ChatFailure>> => {
    const { actorId, webhookId, reason } = command;
    return perform<WebhookActor, WebhookId>({
      actorId,
      reason,
      admit: (admit) => admitToWebhook(reader, admit, command),
      async perform({ webhooks }) {
        const webhook = await webhooks.find(webhookId);
        if (!webhook) return err(notFound('webhookId'));
        await webhooks.delete(webhookId);
        const { channelId, name } = webhook;
        const audit = auditDraft('WEBHOOK_DELETED', { subjectId: webhookId, channelId, changes: { name: [name, null] } });
        return ok({ value: webhookId, done: { audit, change: null, changesAccess: false } });
      },
    });
  };
}
