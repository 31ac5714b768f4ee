import { textProblem } from '@veza/guard';
import { err, ok, type Result } from '@veza/kernel';

/** What a program may say to a webhook. */
export interface WebhookRequest {
  readonly content: string;
  readonly username?: string;
  readonly nonce?: string;
}

const FIELDS: ReadonlySet<string> = new Set(['content', 'username', 'nonce']);

/** Reads the body of a request. The failure says in words what is wrong with it, and repeats nothing of it but the names of known fields. */
export function webhookRequest(body: string): Result<WebhookRequest, string> {
  const value = parsed(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return err('the body is a JSON object');
  const entries = Object.entries(value);
  if (entries.some(([field]) => !FIELDS.has(field))) return err('the body has the fields content, username and nonce, and no others');
  const wrong = entries.find(([, given]) => typeof given !== 'string' || textProblem(given) !== undefined);
  if (wrong) return err(`${wrong[0]} is a text without U+0000 and halves of surrogate pairs`);
  const { content, ...rest } = Object.fromEntries(entries) as Partial<WebhookRequest>;
  return content === undefined ? err('content is missing') : ok({ content, ...rest });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
