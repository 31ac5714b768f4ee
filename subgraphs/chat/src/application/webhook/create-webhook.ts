import { err, ok, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import { type ChannelId, hasLog } from '../../domain/channel.ts';
import { can } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid, limitReached, notPermitted } from '../../domain/failure.ts';
import { cleanName } from '../../domain/message/text.ts';
import type { Webhook } from '../../domain/webhook.ts';
import type { ChannelActor } from '../management/admission.ts';
import { type IssuedWebhook, issuedWebhook } from './issued-webhook.ts';
import type { WebhookDependencies } from './webhook-dependencies.ts';

/** A webhook as its maker wants it. */
export interface CreateWebhookCommand {
  readonly actorId: UserId;
  readonly channelId: ChannelId;
  readonly name: string;
  /** Needs MENTION_EVERYONE. */
  readonly mayMentionEveryone: boolean;
  readonly reason?: string | null | undefined;
}

/**
 * Opens a door through which other programs write into a channel; its address is told once. Needs MANAGE_WEBHOOKS.
 * Fails with NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED.
 */
export function createWebhook({ perform, clock, newId, limits, webhookSecrets, publicUrl }: WebhookDependencies) {
  return (command: CreateWebhookCommand): Promise<Result<IssuedWebhook, ChatFailure>> => {
    const { actorId, channelId, mayMentionEveryone, reason } = command;
    return perform<ChannelActor, IssuedWebhook>({
      actorId,
      reason,
      admit: (admit) => admit.toChannel(actorId, channelId, 'MANAGE_WEBHOOKS'),
      async perform({ webhooks }, { access }) {
        const name = cleanName(command.name, limits.nameLength);
        if (name === undefined) return err(invalid(`a name has 1 to ${limits.nameLength} characters`, 'name'));
        if (!hasLog(access.channel)) return err(invalid('a category holds no messages', 'channelId'));
        if (mayMentionEveryone && !can(access, 'MENTION_EVERYONE')) return err(notPermitted('mayMentionEveryone'));
        if ((await webhooks.count(channelId)) >= limits.webhooksPerChannel) return err(limitReached('channelId'));
        const webhook: Webhook = { id: newId('webhook'), channelId, name, mayMentionEveryone, creatorId: actorId, createdAt: clock() };
        const secret = webhookSecrets.issue();
        await webhooks.create(webhook, webhookSecrets.digestOf(secret));
        const changes = { name: [null, name], mayMentionEveryone: [null, mayMentionEveryone] } as const;
        const audit = auditDraft('WEBHOOK_CREATED', { subjectId: webhook.id, channelId, changes });
        return ok({ value: issuedWebhook(webhook, { publicUrl, secret }), done: { audit, change: null, changesAccess: false } });
      },
    });
  };
}
