import type { UserCaller } from '@veza/auth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatWorld, chatWorld } from './chat-world.ts';
import { talk, type TalkTools } from './talk.ts';

let world: ChatWorld;
let tools: TalkTools;
beforeAll(async () => {
  world = await chatWorld();
  tools = talk(world);
});
afterAll(() => world[Symbol.asyncDispose]());

type Person = UserCaller;
const SEEN = 'query ($id: ID!) { channel(id: $id) { unreadCount mentionCount viewerPermissions messages(last: 5) { nodes { content } } } }';
const ADD = 'mutation ($input: AddParticipantsInput!) { addParticipants(input: $input) { channel { id } userErrors { code path } } }';
const errorsOf = async (document: string, input: object, by: Person) => (await world.run(document, { input }, by)).userErrors;
const send = (channelId: string, by: Person) => errorsOf('SendMessage', { channelId, nonce: by.userId.slice(-8), content: 'psst' }, by);
const open = (by: Person, other: Person) => errorsOf('OpenDirectConversation', { userIds: [other.userId] }, by);

describe('a block', () => {
  it('ends sending and opening in both directions with the same words, and leaves the history', async () => {
    const [ada, ben] = tools.several(2) as [Person, Person];
    const channelId = await tools.conversation(ada, ben);
    const { id: messageId } = await world.send(channelId, 'friends', ada);
    await tools.tell('blocked', ada, ben);

    expect(await open(ada, ben)).toMatchObject([{ code: 'BLOCKED', path: ['userIds'] }]);
    expect(await open(ben, ada)).toEqual(await open(ada, ben));
    expect(await send(channelId, ada)).toMatchObject([{ code: 'BLOCKED', path: ['channelId'] }]);
    expect(await send(channelId, ben)).toEqual(await send(channelId, ada));
    expect(await world.refusal('EditMessage', { messageId, content: 'foes' }, ada)).toEqual(['BLOCKED messageId']);
    expect(await world.refusal('AddReaction', { messageId, emoji: '💔' }, ben)).toEqual(['NOT_PERMITTED messageId']);
    for (const person of [ada, ben])
      expect(await world.run(SEEN, { id: channelId }, person)).toMatchObject({
        viewerPermissions: ['VIEW_CHANNEL', 'READ_HISTORY'],
        messages: { nodes: [{ content: 'friends' }] },
      });
    await world.act('DeleteMessage', { messageId }, ada);

    await tools.tell('unblocked', ada, ben);
    await world.send(channelId, 'again', ben);
    expect(await tools.conversation(ben, ada)).toBe(channelId);
  });

  it('holds until both have ended theirs', async () => {
    const [ada, ben] = tools.several(2) as [Person, Person];
    await tools.tell('blocked', ada, ben);
    await tools.tell('blocked', ben, ada);
    await tools.tell('unblocked', ada, ben);
    expect(await tools.refusals(ada, ben)).toEqual(['BLOCKED userIds']);
    await tools.tell('unblocked', ben, ada);
    expect(await tools.refusals(ada, ben)).toEqual([]);
  });

  it('is what the newest fact says, in whatever order they come', async () => {
    const [ada, ben] = tools.several(2) as [Person, Person];
    await tools.tell('unblocked', ada, ben, 1_000_002);
    await tools.tell('blocked', ada, ben, 1_000_001);
    expect(await tools.refusals(ada, ben)).toEqual([]);
  });

  it('keeps an open stream, which goes on once it has ended', async () => {
    const [ada, ben] = tools.several(2) as [Person, Person];
    const channelId = await tools.conversation(ada, ben);
    const stream = await tools.follow(channelId, ben);
    await tools.tell('blocked', ada, ben);
    await tools.tell('unblocked', ada, ben);
    await world.send(channelId, 'well', ada);
    expect(await stream.take(1)).toMatchObject([{ __typename: 'MessageSent', message: { content: 'well' } }]);
    await stream.leave();
  });

  it('keeps the two from drawing each other into groups, but not from being in one', async () => {
    const [ada, ben, cleo, dan] = tools.several(4) as [Person, Person, Person, Person];
    await tools.tell('blocked', ada, ben);
    expect(await tools.refusals(ada, ben, cleo)).toEqual(['BLOCKED userIds']);
    expect(await tools.refusals(ben, cleo, ada)).toEqual(['BLOCKED userIds']);
    const channelId = await tools.conversation(cleo, ada, ben);
    await world.send(channelId, `<@${ben.userId}> <@${cleo.userId}>`, ada);
    await world.send(channelId, `<@${ada.userId}>`, ben);
    const mentions = (by: Person) => world.run(SEEN, { id: channelId }, by).then(({ mentionCount }) => mentionCount);
    expect(await Promise.all([ada, ben, cleo].map(mentions))).toEqual([0, 0, 1]);
    const other = await tools.conversation(ada, cleo, dan);
    expect(await world.refusal(ADD, { channelId: other, userIds: [ben.userId] }, ada)).toEqual(['BLOCKED userIds']);
    expect(await world.refusal(ADD, { channelId: other, userIds: [ben.userId] }, cleo)).toEqual([]);
  });

  it('takes the pings of the two from each other in communities, and nothing else', async () => {
    const { channelId, people } = await world.community(3);
    const [ada, ben, cleo] = people as [Person, Person, Person];
    await tools.tell('blocked', ben, ada);
    const { id: messageId } = await world.send(channelId, `<@${ben.userId}> <@${cleo.userId}>`, ada);
    const mentioned = async (by: Person) =>
      (await world.run('query ($id: ID!) { message(id: $id) { content mentions { id } } }', { id: messageId }, by)).mentions;
    expect(await mentioned(ben)).toEqual([{ id: cleo.userId }]);
    expect(await world.run(SEEN, { id: channelId }, ben)).toMatchObject({ unreadCount: 1, mentionCount: 0 });
    await world.act('EditMessage', { messageId, content: `<@${ben.userId}> anew` }, ada);
    expect(await mentioned(ben)).toEqual([]);
  });
});
