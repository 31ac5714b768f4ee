import type { UserCaller } from '@veza/auth';
import { uuidv7 } from '@veza/kernel';
import { randomBytes } from 'node:crypto';
import { type ChannelStream, followChannel } from './channel-stream.ts';
import type { ChatWorld } from './chat-world.ts';

/** What tests of conversations do again and again. */
export function talk(world: ChatWorld) {
  /** Somebody whom the users subgraph knows. */
  const known = (): UserCaller => {
    const person = world.person();
    world.people.set(person.userId, { username: 'somebody', displayName: 'Somebody', avatar: null });
    return person;
  };
  const open = (by: UserCaller, ...others: readonly UserCaller[]) =>
    world.act('OpenDirectConversation', { userIds: others.map(({ userId }) => userId) }, by);

  let blocks = 0;
  return {
    known,
    /** As many people as are asked for. */
    several: (count: number): readonly UserCaller[] => Array.from({ length: count }, known),
    /** The id of the conversation of these people, opened by the first. */
    conversation: async (by: UserCaller, ...others: readonly UserCaller[]): Promise<string> => (await open(by, ...others)).channel.id,
    open,
    refusals: (by: UserCaller, ...others: readonly UserCaller[]) =>
      world.refusal('OpenDirectConversation', { userIds: others.map(({ userId }) => userId) }, by),

    /** Follows a channel from where it stands now. */
    async follow(channelId: string, by: UserCaller): Promise<ChannelStream> {
      const { eventCursor } = await world.run('query ($id: ID!) { channel(id: $id) { eventCursor } }', { id: channelId }, by);
      return followChannel(world.chat, channelId, by, eventCursor);
    },

    /** What the subgraph social says of two people, taken in. */
    async tell(fact: 'blocked' | 'unblocked', blocker: UserCaller, other: UserCaller, revision = (blocks += 1)): Promise<void> {
      const place = { topic: `social.user-${fact}.v1`, key: `${blocker.userId}-${other.userId}`, revision };
      const data = { blockerId: blocker.userId, [fact === 'blocked' ? 'blockedId' : 'unblockedId']: other.userId };
      const id = uuidv7(world.clock(), randomBytes);
      await world.eventLog.append([{ ...place, id, occurredAt: world.clock().toISOString(), data }]);
      await world.chat.background.onBlockChanged.runOnce();
    },
  };
}

export type TalkTools = ReturnType<typeof talk>;
