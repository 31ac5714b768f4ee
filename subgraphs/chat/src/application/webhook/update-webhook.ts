import { err, ok, type Result } from '@veza/kernel';
import { auditDraft, changesBetween } from '../../domain/audit.ts';
import { can } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid, notFound, notPermitted } from '../../domain/failure.ts';
import { cleanName } from '../../domain/message/text.ts';
import type { Webhook, WebhookId } from '../../domain/webhook.ts';
import { admitToWebhook, type WebhookActor } from './admit-to-webhook.ts';
import type { WebhookDependencies } from './webhook-dependencies.ts';

/** What is to change; undefined = as it is. */
export interface UpdateWebhookCommand {
  readonly actorId: UserId;
  readonly webhookId: WebhookId;
  readonly name?: string | undefined;
  readonly mayMentionEveryone?: boolean | undefined;
  readonly reason?: string | null | undefined;
}

/** Changes the name of a webhook, or whether it calls everybody. Needs MANAGE_WEBHOOKS in its channel. Fails with NOT_FOUND, NOT_PERMITTED, INVALID. */
export function updateWebhook({ perform, limits, webhooks: reader }: WebhookDependencies) {
  return (command: UpdateWebhookCommand): Promise<Result<Webhook, ChatFailure>> => {
    const { actorId, webhookId, reason } = command;
    return perform<WebhookActor, Webhook>({
      actorId,
      reason,
      admit: (admit) => admitToWebhook(reader, admit, command),
      async perform({ webhooks }, { access }) {
        const webhook = await webhooks.find(webhookId);
        if (!webhook) return err(notFound('webhookId'));
        const { channelId } = webhook;
        const name = cleanName(command.name ?? webhook.name, limits.nameLength);
        if (name === undefined) return err(invalid(`a name has 1 to ${limits.nameLength} characters`, 'name'));
        const { mayMentionEveryone = webhook.mayMentionEveryone } = command;
        if (mayMentionEveryone && !webhook.mayMentionEveryone && !can(access, 'MENTION_EVERYONE'))
          return err(notPermitted('mayMentionEveryone'));
        const before = { name: webhook.name, mayMentionEveryone: webhook.mayMentionEveryone };
        const changes = changesBetween(before, { name, mayMentionEveryone });
        if (!changes) return ok({ value: webhook });
        const changed = { ...webhook, name, mayMentionEveryone };
        await webhooks.update(changed);
        const audit = auditDraft('WEBHOOK_UPDATED', { subjectId: webhookId, channelId, changes });
        return ok({ value: changed, done: { audit, change: null, changesAccess: false } });
      },
    });
  };
}
