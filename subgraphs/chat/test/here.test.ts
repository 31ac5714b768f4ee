import type { UserCaller } from '@veza/auth';
import { waitUntil } from '@veza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followChat } from './ask-chat.ts';
import { type ChatWorld, chatWorld } from './chat-world.ts';
import { talk, type TalkTools } from './talk.ts';

let world: ChatWorld;
let tools: TalkTools;
const controllers: AbortController[] = [];
beforeAll(async () => {
  world = await chatWorld();
  tools = talk(world);
});
afterAll(async () => {
  for (const controller of controllers) controller.abort();
  await world[Symbol.asyncDispose]();
});

type Person = UserCaller;
const MENTIONS = 'query ($id: ID!) { channel(id: $id) { mentionCount } }';

/** Opens the app of each of them. */
async function come(communityId: string, ...people: readonly Person[]): Promise<void> {
  const document = 'subscription ($communityId: ID!) { communityEvents(communityId: $communityId) { cursor } }';
  for (const caller of people) {
    const controller = new AbortController();
    controllers.push(controller);
    void (async () => {
      for await (const _event of followChat(world.chat, { document, variables: { communityId }, caller }, controller.signal));
    })();
  }
  let came = 0;
  await waitUntil(async () => (came += await world.chat.background.presence.runOnce()) >= people.length);
}
const counts = (channelId: string, ...people: readonly Person[]) =>
  Promise.all(people.map((person) => world.run(MENTIONS, { id: channelId }, person).then(({ mentionCount }) => mentionCount)));

describe('@here', () => {
  it('calls the members who see the channel and are seen to be there, and is not shown as naming them', async () => {
    const { communityId, channelId, owner, people } = await world.community(5);
    const [present, absent, invisible, outside, blocked] = people as [Person, Person, Person, Person, Person];
    await world.act('SetChannelOverwrite', { channelId, userId: outside.userId, allow: [], deny: ['VIEW_CHANNEL'] }, owner);
    await world.act('SetPresence', { presence: 'INVISIBLE' }, invisible);
    await tools.tell('blocked', blocked, owner);
    await come(communityId, owner, present, invisible, outside, blocked);
    const { id: messageId } = await world.send(channelId, 'who is @here?', owner);
    expect(await counts(channelId, present, absent, invisible, blocked, owner)).toEqual([1, 0, 0, 0, 0]);
    const message = 'query ($id: ID!) { message(id: $id) { mentions { id } mentionedRoleIds } }';
    expect(await world.run(message, { id: messageId }, present)).toEqual({ mentions: [], mentionedRoleIds: [] });

    await world.act('EditMessage', { messageId, content: `@here <@${absent.userId}>` }, owner);
    expect(await counts(channelId, present, absent)).toEqual([1, 1]);
    await world.act('EditMessage', { messageId, content: `<@${present.userId}>` }, owner);
    expect(await world.run(message, { id: messageId }, present)).toMatchObject({ mentions: [{ id: present.userId }] });
    expect(await counts(channelId, present, absent)).toEqual([1, 0]);
    await world.act('DeleteMessage', { messageId }, owner);
    expect(await counts(channelId, present)).toEqual([0]);
  });

  it('is text without MENTION_EVERYONE, and in conversations', async () => {
    const { communityId, channelId, owner, member } = await world.community();
    await come(communityId, owner);
    await world.send(channelId, '@here', member);
    expect(await counts(channelId, owner)).toEqual([0]);
    const [ada, ben] = tools.several(2) as [Person, Person];
    const conversation = await tools.conversation(ada, ben);
    await world.send(conversation, '@here', ada);
    expect(await counts(conversation, ben)).toEqual([0]);
  });

  it('counts once for who is named as well', async () => {
    const { communityId, channelId, owner, member } = await world.community();
    await come(communityId, member);
    const { mentions } = await world.send(channelId, `@here <@${member.userId}>`, owner);
    expect(mentions).toEqual([{ id: member.userId }]);
    expect(await counts(channelId, member)).toEqual([1]);
  });
});
