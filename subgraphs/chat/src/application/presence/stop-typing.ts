import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import type { ActivityBus, TypingGate } from '../ports/presence.ts';

interface Dependencies {
  readonly typing: TypingGate;
  readonly activity: ActivityBus;
}

export type StopTyping = ReturnType<typeof stopTyping>;

/** What somebody typed is sent: it is told no more, and what they type next is told at once. Nobody waits for it. */
export function stopTyping({ typing, activity }: Dependencies) {
  return (channelId: ChannelId, userId: UserId): void => {
    activity.publish(channelId, { kind: 'TYPED', userId });
    void typing.reset(channelId, userId);
  };
}
