import type { Id } from '@veza/kernel';
import type { ChannelId } from './channel.ts';
import type { UserId } from './community.ts';
import type { ChatFailureCode } from './failure.ts';
import type { MessageId } from './message/message.ts';

export type ScheduledMessageId = Id<'scheduled'>;

/** A message to be sent later, while it is not sent. */
export interface ScheduledMessage {
  readonly id: ScheduledMessageId;
  readonly channelId: ChannelId;
  readonly authorId: UserId;
  readonly content: string;
  readonly replyToId: MessageId | null;
  readonly sendAt: Date;
  readonly createdAt: Date;
  /** Why it was not sent when its time had come; null while it waits. */
  readonly failure: ChatFailureCode | null;
}

/** How long a message whose channel is in slow mode is tried again, in milliseconds after its time. */
export const PATIENCE_MS = 3_600_000;

/** Milliseconds between two attempts under slow mode. */
const SLOW_MODE_RETRY_MS = 15_000;

/** When to try again what was refused only for now; undefined = never. */
export function nextAttempt(
  failure: { readonly code: string; readonly retryAfterMs?: number },
  { sendAt, now }: { readonly sendAt: Date; readonly now: Date },
): Date | undefined {
  if (now.getTime() - sendAt.getTime() >= PATIENCE_MS) return undefined;
  if (failure.code === 'SLOW_MODE') return new Date(now.getTime() + SLOW_MODE_RETRY_MS);
  return failure.code === 'RATE_LIMITED' ? new Date(now.getTime() + (failure.retryAfterMs ?? 1000)) : undefined;
}
