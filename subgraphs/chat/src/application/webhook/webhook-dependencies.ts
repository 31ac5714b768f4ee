import type { Management } from '../management/management.ts';
import type { WebhookReader, WebhookSecrets } from '../ports/webhook.ts';

/** What management of webhooks works with. */
export interface WebhookDependencies extends Management {
  readonly webhooks: WebhookReader;
  readonly webhookSecrets: WebhookSecrets;
  /** Where the platform is reached from outside, without a slash at the end. */
  readonly publicUrl: string;
}
