import { err, ok, type Result } from '@veza/kernel';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, notFound } from '../../domain/failure.ts';
import type { Webhook, WebhookId } from '../../domain/webhook.ts';
import type { Admissions, ChannelActor } from '../management/admission.ts';
import type { WebhookReader } from '../ports/webhook.ts';

/** A member about to manage a webhook. */
export interface WebhookActor extends ChannelActor {
  readonly webhook: Webhook;
}

/** Who has MANAGE_WEBHOOKS in the channel of a webhook. Fails with NOT_FOUND, NOT_PERMITTED. */
export async function admitToWebhook(
  webhooks: WebhookReader,
  admit: Admissions,
  { actorId, webhookId }: { readonly actorId: UserId; readonly webhookId: WebhookId },
): Promise<Result<WebhookActor, ChatFailure>> {
  const found = await webhooks.find(webhookId);
  if (!found) return err(notFound('webhookId'));
  const { webhook } = found;
  const admitted = await admit.toChannel(actorId, webhook.channelId, 'MANAGE_WEBHOOKS', { path: 'webhookId' });
  return admitted.ok ? ok({ ...admitted.value, webhook }) : admitted;
}
