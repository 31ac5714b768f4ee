import { type Clock, ok } from '@veza/kernel';
import { can } from '../../domain/channel-access.ts';
import { notFound, notPermitted } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import type { RateTaker } from '../rates.ts';
import { reactionChange } from './reaction-command.ts';
import { changeMessage, type ChangeMessageDependencies } from './change-message.ts';

interface Dependencies extends ChangeMessageDependencies {
  readonly takeRate: RateTaker;
  readonly clock: Clock;
  readonly limits: ChatLimits;
}

export type AddReaction = ReturnType<typeof addReaction>;

/**
 * Puts an emoji under a message; the same again changes nothing. Needs ADD_REACTIONS.
 * Fails with NOT_FOUND (also for a deleted message), NOT_PERMITTED, INVALID, LIMIT_REACHED, RATE_LIMITED.
 */
export function addReaction({ takeRate, clock, limits, ...dependencies }: Dependencies) {
  const change = changeMessage(dependencies);
  return reactionChange(takeRate, ({ actorId, messageId, emoji }) =>
    change({
      messageId,
      actorId,
      refuse(message, access) {
        if (message.isDeleted) return notFound('messageId');
        if (!can(access, 'ADD_REACTIONS')) return notPermitted('messageId');
        const isKnown = message.reactions.some((reaction) => reaction.emoji === emoji);
        return isKnown || message.reactions.length < limits.distinctReactions ? undefined : { code: 'LIMIT_REACHED', path: ['emoji'] };
      },
      async apply({ messages }, message, { channel, accessEpoch }) {
        const occurredAt = clock();
        const isNew = await messages.addReaction(message, { emoji, userId: actorId, at: occurredAt });
        if (!isNew) return ok(undefined);
        return ok({ kind: 'REACTIONS_CHANGED', channelId: channel.id, messageId, actorId, emoji, added: true, accessEpoch, occurredAt });
      },
    }),
  );
}
