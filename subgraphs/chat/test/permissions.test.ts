import { toUuid } from '@veza/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permissionBits, type Permission } from '../src/domain/permissions.ts';
import { type ChatWorld, chatWorld } from './chat-world.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await chatWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

/** Lets everybody in a community do only this, as a change of its everyone-role would. */
const allowOnly = (communityId: string, ...permissions: Permission[]) =>
  world.admin.begin(async (sql) => {
    await sql`update role set permissions = ${permissionBits(...permissions).toString()} where id = ${toUuid('community', communityId)}`;
    await sql`update scope set access_epoch = access_epoch + 1 where id = ${toUuid('community', communityId)}`;
  });

describe('a member', () => {
  it('who may only read is refused everything else, and sees why', async () => {
    const { communityId, channelId, owner, member } = await world.community();
    const own = await world.send(channelId, 'mine', member);
    const { id: messageId } = await world.send(channelId, 'text', owner);
    await allowOnly(communityId, 'VIEW_CHANNEL', 'READ_HISTORY');
    const tries: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
      ['CreateInvite', { communityId }, 'communityId'],
      ['SendMessage', { channelId, nonce: 'n', content: 'a' }, 'channelId'],
      ['EditMessage', { messageId: own.id, content: 'a' }, 'messageId'],
      ['AddReaction', { messageId, emoji: '🔥' }, 'messageId'],
      ['PinMessage', { messageId, pinned: true }, 'messageId'],
    ];
    for (const [name, input, path] of tries) expect(await world.refusal(name, input, member), name).toEqual([`NOT_PERMITTED ${path}`]);
    await world.act('DeleteMessage', { messageId: own.id }, member);
  });

  it('who may send but not anchor cannot speak of a moment in a track', async () => {
    const { communityId, channelId, member } = await world.community();
    await allowOnly(communityId, 'VIEW_CHANNEL', 'READ_HISTORY', 'SEND_MESSAGES');
    const trackMoment = { trackId: world.newTrack(), positionMs: 0 };
    expect(await world.refusal('SendMessage', { channelId, nonce: 'n', content: 'a', trackMoment }, member)).toEqual([
      'NOT_PERMITTED trackMoment',
    ]);
  });

  it('who may pin, manage messages or bypass slow mode can do so without owning anything', async () => {
    const { communityId, channelId, owner, member } = await world.community(1, 'TEXT', { slowModeSeconds: 600 });
    const { id: messageId } = await world.send(channelId, 'text', owner);
    await allowOnly(communityId, 'VIEW_CHANNEL', 'READ_HISTORY', 'SEND_MESSAGES', 'MANAGE_MESSAGES', 'BYPASS_SLOW_MODE');
    for (const content of ['a', 'b']) await world.send(channelId, content, member);
    await world.act('PinMessage', { messageId, pinned: true }, member);
    await world.act('DeleteMessage', { messageId }, member);
    const { messages } = await world.run('ChannelHistory', { id: channelId, last: 10 }, member);
    expect(messages.edges.map(({ node }: { node: { content: string } }) => node.content)).toEqual(['', 'a', 'b']);
  });

  it('who may not read what was sent before can still take back what they sent', async () => {
    const { communityId, channelId, owner, member } = await world.community();
    const own = await world.send(channelId, 'mine', member);
    const other = await world.send(channelId, 'text', owner);
    await allowOnly(communityId, 'VIEW_CHANNEL', 'SEND_MESSAGES', 'ADD_REACTIONS');
    expect(await world.refusal('AddReaction', { messageId: other.id, emoji: '🔥' }, member)).toEqual(['NOT_FOUND messageId']);
    await world.act('DeleteMessage', { messageId: own.id }, member);
  });

  it('who controls playback drives for the host', async () => {
    const { communityId, channelId, owner, member } = await world.community(1, 'LISTENING_PARTY');
    const input = { channelId, trackId: world.newTrack(), positionMs: 0, isPlaying: true };
    await world.act('SyncPlayback', input, owner);
    await allowOnly(communityId, 'VIEW_CHANNEL', 'CONTROL_PLAYBACK');
    await world.act('SyncPlayback', input, member);
    const { playback } = await world.run('query ($id: ID!) { channel(id: $id) { playback { host { id } } } }', { id: channelId }, member);
    expect(playback.host.id).toBe(owner.userId);
  });
});

describe('a tombstone', () => {
  it('takes no reaction and no pin', async () => {
    const { channelId, owner } = await world.community(0);
    const { id: messageId } = await world.send(channelId, 'text', owner);
    await world.act('DeleteMessage', { messageId }, owner);
    for (const [name, more] of [
      ['AddReaction', { emoji: '🔥' }],
      ['RemoveReaction', { emoji: '🔥' }],
      ['PinMessage', { pinned: true }],
    ] as const)
      expect(await world.refusal(name, { messageId, ...more }, owner)).toEqual(['NOT_FOUND messageId']);
    expect(await world.refusal('SendMessage', { channelId, nonce: 'n', content: 'a', replyToId: messageId }, owner)).toEqual([
      'NOT_FOUND replyToId',
    ]);
  });
});

describe('nothing at all', () => {
  it('is found under a slug that nobody has', async () => {
    expect(await world.run('query { communityBySlug(slug: "nobody-has-it") { id } }', {}, world.person())).toBeNull();
  });
});
