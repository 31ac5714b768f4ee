import { type Clock, err, type NewId, ok, type Result } from '@veza/kernel';
import type { ChannelAccess } from '../../domain/channel-access.ts';
import { type ChatFailure, invalid, notFound } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import { messageContent, type MessageId } from '../../domain/message/message.ts';
import { cleanName, textLength } from '../../domain/message/text.ts';
import { permissionBits } from '../../domain/permissions.ts';
import { type Webhook, webhookAuthorId, type WebhookId } from '../../domain/webhook.ts';
import type { ResolveMentions } from '../message/resolve-mentions.ts';
import type { ChannelHints } from '../ports/log.ts';
import type { MessageReader } from '../ports/message.ts';
import type { OpenWebhook, WebhookDraft, WebhookReader, WebhookSecrets, WebhookSender } from '../ports/webhook.ts';
import type { RateTaker } from '../rates.ts';

interface Dependencies {
  readonly webhooks: WebhookReader;
  readonly webhookSecrets: WebhookSecrets;
  readonly webhookSender: WebhookSender;
  readonly messages: MessageReader;
  readonly mentionsIn: ResolveMentions;
  readonly hints: ChannelHints;
  readonly takeRate: RateTaker;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly limits: ChatLimits;
}

/** What another program writes. */
export interface PostAsWebhookCommand {
  readonly webhookId: WebhookId;
  readonly secret: string;
  readonly content: string;
  /** Shown instead of the webhook's name. */
  readonly username?: string | undefined;
  /** The same again means the same message. */
  readonly nonce?: string | undefined;
}

export type PostAsWebhook = ReturnType<typeof postAsWebhook>;

/**
 * Writes into the channel of a webhook, for whoever knows its secret. AutoMod does not look at it: who may manage webhooks answers for them.
 * Fails with NOT_FOUND (no such webhook, or a wrong secret: the same), INVALID, LIMIT_REACHED, RATE_LIMITED (per webhook).
 */
export function postAsWebhook(deps: Dependencies) {
  const { webhooks, webhookSecrets, webhookSender, messages, mentionsIn, hints, takeRate, clock, newId, limits } = deps;

  const compose = async (command: PostAsWebhookCommand, { webhook, channel }: OpenWebhook): Promise<Result<WebhookDraft, ChatFailure>> => {
    const said = saidBy(command, webhook, limits);
    if (!said.ok) return said;
    const { content, name, nonce } = said.value;
    const permissions = webhook.mayMentionEveryone ? permissionBits('MENTION_EVERYONE') : permissionBits();
    const standing: ChannelAccess = {
      channel,
      permissions,
      accessEpoch: 0,
      roleIds: [],
      timedOutUntil: null,
      isBlocked: false,
      head: null,
    };
    const mentions = await mentionsIn(content, standing, webhookAuthorId(webhook.id));
    if (!mentions.ok) return mentions;
    return ok({
      id: newId('message'),
      channelId: channel.id,
      webhook: { id: webhook.id, name },
      secretDigest: webhookSecrets.digestOf(command.secret),
      nonce,
      content,
      mentions: mentions.value,
      createdAt: clock(),
    });
  };

  const send = async (draft: WebhookDraft): Promise<Result<MessageId, ChatFailure>> => {
    const outcome = await webhookSender.send(draft);
    if (outcome.kind === 'GONE') return err(notFound('webhookId'));
    if (outcome.kind === 'REPLAYED') return ok(outcome.messageId);
    const { channelId, createdAt: occurredAt } = draft;
    const message = (await messages.findMany([draft.id], channelId)).get(draft.id);
    const { seq, accessEpoch } = outcome;
    if (message) hints.publish(channelId, { kind: 'MESSAGE_SENT', seq, accessEpoch, occurredAt, message });
    return ok(draft.id);
  };

  return async (command: PostAsWebhookCommand): Promise<Result<MessageId, ChatFailure>> => {
    const { webhookId, secret } = command;
    const open = await webhooks.find(webhookId);
    if (!open || !webhookSecrets.matches(secret, open.secretDigest)) return err(notFound('webhookId'));
    const limited = await takeRate('webhook', webhookId);
    if (limited) return err(limited);
    const draft = await compose(command, open);
    return draft.ok ? send(draft.value) : draft;
  };
}

interface Said {
  readonly content: string;
  readonly name: string;
  readonly nonce: string | null;
}

/** What is written, under which name. Fails with INVALID. */
function saidBy({ content: text, username, nonce }: PostAsWebhookCommand, webhook: Webhook, limits: ChatLimits): Result<Said, ChatFailure> {
  const content = messageContent(text, { maxLength: limits.contentLength, mayBeEmpty: false });
  if (content === undefined) return err(invalid(`a message has 1 to ${limits.contentLength} characters`, 'content'));
  const name = username === undefined ? webhook.name : cleanName(username, limits.nameLength);
  if (name === undefined) return err(invalid(`a name has 1 to ${limits.nameLength} characters`, 'username'));
  if (nonce === undefined) return ok({ content, name, nonce: null });
  const length = textLength(nonce);
  if (length < 1 || length > limits.nonceLength) return err(invalid(`a nonce has 1 to ${limits.nonceLength} characters`, 'nonce'));
  return ok({ content, name, nonce });
}
