import { type Clock, ok } from '@veza/kernel';
import { notFound } from '../../domain/failure.ts';
import type { RateTaker } from '../rates.ts';
import { reactionChange } from './reaction-command.ts';
import { changeMessage, type ChangeMessageDependencies } from './change-message.ts';

interface Dependencies extends ChangeMessageDependencies {
  readonly takeRate: RateTaker;
  readonly clock: Clock;
}

export type RemoveReaction = ReturnType<typeof removeReaction>;

/**
 * Takes one's own emoji away from a message; one that is not there changes nothing.
 * Fails with NOT_FOUND (also for a deleted message), INVALID, RATE_LIMITED.
 */
export function removeReaction({ takeRate, clock, ...dependencies }: Dependencies) {
  const change = changeMessage(dependencies);
  return reactionChange(takeRate, ({ actorId, messageId, emoji }) =>
    change({
      messageId,
      actorId,
      refuse: (message) => (message.isDeleted ? notFound('messageId') : undefined),
      async apply({ messages }, message, { channel, accessEpoch }) {
        const occurredAt = clock();
        const wasThere = await messages.removeReaction(message, { emoji, userId: actorId });
        if (!wasThere) return ok(undefined);
        return ok({ kind: 'REACTIONS_CHANGED', channelId: channel.id, messageId, actorId, emoji, added: false, accessEpoch, occurredAt });
      },
    }),
  );
}
