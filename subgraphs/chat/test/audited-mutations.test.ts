import { toUuid } from '@veza/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUDITED_MUTATIONS } from '../src/graphql/audited-mutations.ts';
import { type ChatWorld, chatWorld } from './chat-world.ts';
import { management } from './management.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await chatWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const RULE = (name: string, fields: string) =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} userErrors { code } } }`;

type Act = readonly [name: string, input: Readonly<Record<string, unknown>>];

describe('every act of management', () => {
  it('has exactly one entry in the audit log', async () => {
    const { act } = management(world);
    const { communityId, channelId, owner, people } = await world.community(4, 'LISTENING_PARTY');
    const [first, second, third, heir] = people.map(({ userId }) => userId) as [string, string, string, string];
    const until = new Date(world.clock().getTime() + 60_000).toISOString();
    const message = await world.send(channelId, 'text', people[0]!);
    const crowd = [await world.send(channelId, 'a', people[0]!), await world.send(channelId, 'b', owner)].map(({ id }) => id);
    const { invite } = await world.act('CreateInvite', { communityId }, owner);
    const { channel } = await world.act('CreateChannel', { communityId, name: 'c', kind: 'TEXT' }, owner);
    const { role } = await world.act('CreateRole', { communityId, name: 'r', permissions: [] }, owner);
    await world.act('CreateRole', { communityId, name: 's', permissions: [] }, owner);
    const { thread } = await world.act('CreateThread', { channelId, name: 'private', isPrivate: true }, owner);
    await act(RULE('addThreadMember', 'thread { id }'), { threadId: thread.id, userId: first }, owner);
    const { webhook } = await act(RULE('createWebhook', 'webhook { id }'), { channelId, name: 'w' }, owner);
    const { rule } = await world.act(RULE('createAutoModRule', 'rule { id }'), { communityId, name: 'a', trigger: 'INVITE' }, owner);
    const about = (userId: string) => ({ communityId, userId });
    const acts: readonly Act[] = [
      ['UpdateCommunity', { communityId, name: 'other' }],
      ['UpdateChannel', { channelId, topic: 'other' }],
      ['MoveChannel', { channelId, position: 2 }],
      ['SetChannelOverwrite', { channelId, roleId: role.id, allow: ['PIN_MESSAGES'], deny: [] }],
      ['RemoveChannelOverwrite', { channelId, roleId: role.id }],
      ['CreateThread', { messageId: message.id, name: 'a' }],
      [RULE('updateThread', 'thread { id }'), { threadId: thread.id, name: 'b' }],
      [RULE('removeThreadMember', 'thread { id }'), { threadId: thread.id, userId: first }],
      [RULE('createWebhook', 'url'), { channelId, name: 'a' }],
      [RULE('updateWebhook', 'webhook { id }'), { webhookId: webhook.id, name: 'b' }],
      [RULE('regenerateWebhook', 'url'), { webhookId: webhook.id }],
      [RULE('deleteWebhook', 'deletedWebhookId'), { webhookId: webhook.id }],
      ['UpdateRole', { roleId: role.id, name: 'other' }],
      ['MoveRole', { roleId: role.id, position: 1 }],
      ['AssignRole', { ...about(first), roleId: role.id }],
      ['UnassignRole', { ...about(first), roleId: role.id }],
      ['DeleteRole', { roleId: role.id }],
      ['RevokeInvite', { code: invite.code }],
      ['SetNickname', { ...about(first), nickname: 'x' }],
      ['TimeOutMember', { ...about(first), until }],
      ['LiftTimeOut', about(first)],
      ['PinMessage', { messageId: message.id, pinned: true }],
      ['PinMessage', { messageId: message.id, pinned: false }],
      ['DeleteMessage', { messageId: message.id }],
      [RULE('bulkDeleteMessages', 'deletedMessageIds'), { channelId, messageIds: crowd }],
      ['SyncPlayback', { channelId, trackId: world.newTrack(), positionMs: 0, isPlaying: true }],
      [RULE('updateAutoModRule', 'rule { id }'), { ruleId: rule.id, name: 'b' }],
      [RULE('deleteAutoModRule', 'deletedRuleId'), { ruleId: rule.id }],
      ['KickMember', about(second)],
      ['BanMember', about(third)],
      ['UnbanMember', about(third)],
      ['DeleteChannel', { channelId: channel.id }],
      ['TransferCommunity', about(heir)],
    ];
    for (const [name, input] of acts) await act(name, input, owner);
    await act('DeleteCommunity', { communityId }, people[3]!);
    const rows = await world.admin`
      select action, seq::int from community_audit where community_id = ${toUuid('community', communityId)} order by seq`;
    const expected = Object.values(AUDITED_MUTATIONS).flatMap((actions) => actions ?? []);
    expect(new Set(rows.map(({ action }) => action))).toEqual(new Set(expected));
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from(rows, (_, index) => index + 1));
    // Besides the acts: the community's channel, its invites, a channel, a thread, a webhook, two roles and a rule.
    expect(rows).toHaveLength(acts.length + 1 + 9);
    const facts =
      await world.admin`select count(*)::int as told from outbox where topic = 'chat.audit-recorded.v1' and key = ${communityId}`;
    expect(facts[0]?.['told']).toBe(rows.length);
  });
});
