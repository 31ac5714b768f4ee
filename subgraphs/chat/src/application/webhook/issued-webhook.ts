import type { Webhook } from '../../domain/webhook.ts';

/** A webhook with the address to write to, which holds its secret and is never told again. */
export interface IssuedWebhook {
  readonly webhook: Webhook;
  readonly url: string;
}

/** Path of the door of webhooks. */
export const WEBHOOK_PATH = '/webhooks/chat';

/** The webhook with its address. @param publicUrl where the platform is reached from outside */
export function issuedWebhook(
  webhook: Webhook,
  { publicUrl, secret }: { readonly publicUrl: string; readonly secret: string },
): IssuedWebhook {
  return { webhook, url: `${publicUrl}${WEBHOOK_PATH}/${webhook.id}/${secret}` };
}
