import type { UserCaller } from '@veza/auth';
import { toUuid } from '@veza/kernel';
import fastify, { type FastifyInstance } from 'fastify';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followChannel } from './channel-stream.ts';
import { type ChatWorld, chatWorld } from './chat-world.ts';
import { management, type ManagementTools } from './management.ts';
import { threadTools } from './thread-tools.ts';

let world: ChatWorld;
let tools: ManagementTools;
let server: FastifyInstance;
let written = '';
beforeAll(async () => {
  world = await chatWorld({ limits: { webhooksPerChannel: 2 }, rates: { webhook: { capacity: 5, refillPerSecond: 1 } } });
  tools = management(world);
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });
  server = fastify({ logger: { level: 'info', stream } });
  await server.register(world.chat.routes);
});
afterAll(async () => {
  await server.close();
  await world[Symbol.asyncDispose]();
});

const FIELDS: Readonly<Record<string, string>> = {
  createWebhook: 'webhook { id name mayMentionEveryone creator { id } createdAt } url',
  updateWebhook: 'webhook { id name mayMentionEveryone }',
  regenerateWebhook: 'webhook { id } url',
  deleteWebhook: 'deletedWebhookId',
};
const document = (field: string) =>
  `mutation ($input: ${field[0]!.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { ${FIELDS[field]} userErrors { code path } } }`;
const act = (field: string, input: object, caller: UserCaller) => world.act(document(field), input as Record<string, unknown>, caller);
const refusal = (field: string, input: object, caller: UserCaller) =>
  world.refusal(document(field), input as Record<string, unknown>, caller);

/** A community with a webhook in its channel. */
async function scene(more: object = {}) {
  const found = await world.community(2);
  const { webhook, url } = await act('createWebhook', { channelId: found.channelId, name: 'Builds', ...more }, found.owner);
  return { ...found, webhookId: webhook.id as string, url: url as string };
}

const post = (url: string, payload: string | Buffer | object, headers: Readonly<Record<string, string>> = {}) =>
  server.inject({
    method: 'POST',
    url: url.replace('https://veza.example', ''),
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload),
  });

const messages = async (channelId: string, caller: UserCaller) => {
  const asked = `query ($id: ID!) { channel(id: $id) { messages { nodes { id content author { id } webhook { id name }
    mentions { id } mentionedRoleIds seq } } } }`;
  return (await world.run(asked, { id: channelId }, caller)).messages.nodes as readonly {
    readonly id: string;
    readonly content: string;
    readonly author: unknown;
    readonly webhook: unknown;
    readonly mentions: readonly { readonly id: string }[];
    readonly mentionedRoleIds: readonly string[];
  }[];
};

const listed = async (channelId: string, caller: UserCaller) =>
  (await world.run('query ($id: ID!) { channel(id: $id) { webhooks { id name } } }', { id: channelId }, caller)).webhooks;

describe('a webhook', () => {
  it('writes into its channel for whoever knows its address, under its name or another', async () => {
    const { channelId, webhookId, url, member } = await scene();
    const { eventCursor } = await world.run('query ($id: ID!) { channel(id: $id) { eventCursor } }', { id: channelId }, member);
    const stream = followChannel(world.chat, channelId, member, eventCursor);
    expect(url).toMatch(/^https:\/\/veza\.example\/webhooks\/chat\/webhook_[0-9a-z]{26}\/[\w-]{43}$/);
    const silent = await post(url, { content: 'built' });
    expect([silent.statusCode, silent.body]).toEqual([204, '']);
    const told = await post(`${url}?wait=true`, { content: 'built again', username: 'Robot' });
    expect(told.statusCode).toBe(200);
    const all = await messages(channelId, member);
    expect(all).toMatchObject([
      { content: 'built', author: null, webhook: { id: webhookId, name: 'Builds' } },
      { content: 'built again', author: null, webhook: { id: webhookId, name: 'Robot' } },
    ]);
    expect(told.json()).toEqual({ id: all[1]!.id });
    const events = await stream.take(2);
    expect(events.map((event) => event.message)).toMatchObject([{ content: 'built', author: null }, { content: 'built again' }]);
    await stream.leave();
    const { unreadCount } = await world.run('query ($id: ID!) { channel(id: $id) { unreadCount } }', { id: channelId }, member);
    expect(unreadCount).toBe(2);
  });

  it('takes the same nonce for the same message, also at the same instant', async () => {
    const { channelId, url, member } = await scene();
    const answers = await Promise.all([1, 2, 3].map((n) => post(`${url}?wait=true`, { content: `try ${n}`, nonce: 'a' })));
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(await messages(channelId, member)).toHaveLength(1);
  });

  it('calls people who see the channel, and everybody only where it may', async () => {
    const plain = await scene();
    const text = `<@${plain.member.userId}> <@${world.person().userId}> @everyone`;
    await post(plain.url, { content: text });
    expect(await messages(plain.channelId, plain.owner)).toMatchObject([{ mentions: [{ id: plain.member.userId }], mentionedRoleIds: [] }]);
    const facts = await world.admin`select topic, envelope->'topic' as told from chat.outbox where key = ${plain.channelId} order by topic`;
    expect(facts.map(({ topic, told }) => [topic, told])).toEqual(
      ['chat.message-sent.v1', 'chat.people-addressed.v1'].map((topic) => [topic, topic]),
    );
    const loud = await scene({ mayMentionEveryone: true });
    await post(loud.url, { content: '@everyone' });
    expect(await messages(loud.channelId, loud.owner)).toMatchObject([
      { mentionedRoleIds: [loud.communityId.replace('community', 'role')] },
    ]);
  });

  it('is refused in one way for every address that is none', async () => {
    const { url, webhookId, owner } = await scene();
    const wrong = [
      url.replace(/.$/, url.endsWith('A') ? 'B' : 'A'),
      url.replace(webhookId, world.newId('webhook')),
      url.replace(webhookId, 'nonsense'),
      url.replace(webhookId, world.newId('channel')),
      `${url}x`,
      url.slice(0, -43) + encodeURIComponent("' or 1=1 --"),
    ];
    const answers = await Promise.all(wrong.map((address) => post(address, { content: 'x' })));
    expect(new Set(answers.map(({ statusCode, headers }) => [statusCode, headers['content-type']].join(' ')))).toEqual(
      new Set(['404 application/problem+json; charset=utf-8']),
    );
    expect(new Set(answers.map((answer) => answer.json().title)).size).toBe(1);
    const { url: next } = await act('regenerateWebhook', { webhookId }, owner);
    expect((await post(url, { content: 'x' })).statusCode).toBe(404);
    expect((await post(next, { content: 'x' })).statusCode).toBe(204);
    await act('deleteWebhook', { webhookId }, owner);
    expect((await post(next, { content: 'x' })).statusCode).toBe(404);
  });

  it('ends with its channel and its community', async () => {
    const [first, second] = [await scene(), await scene()];
    await tools.act('DeleteChannel', { channelId: first.channelId }, first.owner);
    await tools.act('DeleteCommunity', { communityId: second.communityId }, second.owner);
    for (const { url } of [first, second]) expect((await post(url, { content: 'x' })).statusCode).toBe(404);
  });

  it.each([
    ['no JSON', '{"content":', {}, 400, 'INVALID'],
    ['nothing to say', { content: '   ' }, {}, 400, 'INVALID'],
    ['too much', { content: 'x'.repeat(4001) }, {}, 400, 'INVALID'],
    ['a name of nothing', { content: 'x', username: '\u200b' }, {}, 400, 'INVALID'],
    ['a nonce too long', { content: 'x', nonce: 'n'.repeat(65) }, {}, 400, 'INVALID'],
    ['a body of a megabyte', { content: 'x'.repeat(1_000_000) }, {}, 413, 'CONTENT_TOO_LARGE'],
    ['another media type', 'content=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['bytes that are no text', Buffer.from([0x22, 0xff, 0xfe]), {}, 400, 'INVALID'],
  ] as const)('refuses %s with a typed problem', async (...[, body, headers, status, code]) => {
    const { url, channelId, owner } = await scene();
    const answer = await post(url, body, headers);
    expect([answer.statusCode, answer.headers['content-type'], answer.json().code]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
      code,
    ]);
    expect(await messages(channelId, owner)).toEqual([]);
  });

  it('tells other methods that messages come by POST, and who comes too often when to come back', async () => {
    const { url } = await scene();
    const got = await server.inject({ method: 'GET', url: url.replace('https://veza.example', '') });
    expect([got.statusCode, got.headers['allow']]).toEqual([405, 'POST']);
    for (let count = 0; count < 5; count += 1) expect((await post(url, { content: 'x' })).statusCode).toBe(204);
    const limited = await post(url, { content: 'x' });
    expect([limited.statusCode, limited.headers['retry-after'], limited.json().code]).toEqual([429, '1', 'RATE_LIMITED']);
  });

  it('leaves its secret in no log and no table', async () => {
    const { url, webhookId } = await scene();
    await post(url, { content: 'x' });
    await post(`${url}x`, '{');
    const secret = url.slice(-43);
    expect(written).not.toContain(secret);
    const [row] = await world.admin`select webhook::text as text from webhook where id = ${toUuid('webhook', webhookId)}`;
    expect(row?.['text']).not.toContain(secret);
    const audits = await world.admin`select count(*)::int as found from community_audit where changes::text like ${`%${secret}%`}`;
    expect(audits[0]?.['found']).toBe(0);
  });
});

describe('managing webhooks', () => {
  it('needs MANAGE_WEBHOOKS, and shows them to nobody else', async () => {
    const { channelId, communityId, webhookId, owner, people } = await scene();
    const [member, manager] = people as [UserCaller, UserCaller];
    await tools.giveRole(communityId, owner, manager, ['MANAGE_WEBHOOKS']);
    expect(await listed(channelId, member)).toBeNull();
    expect(await listed(channelId, manager)).toEqual([{ id: webhookId, name: 'Builds' }]);
    expect(await refusal('createWebhook', { channelId, name: 'x' }, member)).toEqual(['NOT_PERMITTED channelId']);
    expect(await refusal('createWebhook', { channelId, name: 'x' }, world.person())).toEqual(['NOT_FOUND channelId']);
    for (const field of ['updateWebhook', 'regenerateWebhook', 'deleteWebhook']) {
      expect(await refusal(field, { webhookId }, member)).toEqual(['NOT_PERMITTED webhookId']);
      expect(await refusal(field, { webhookId }, world.person())).toEqual(['NOT_FOUND webhookId']);
      expect(await refusal(field, { webhookId: world.newId('webhook') }, manager)).toEqual(['NOT_FOUND webhookId']);
    }
    expect(await refusal('createWebhook', { channelId, name: 'x', mayMentionEveryone: true }, manager)).toEqual([
      'NOT_PERMITTED mayMentionEveryone',
    ]);
    expect(await refusal('updateWebhook', { webhookId, mayMentionEveryone: true }, manager)).toEqual(['NOT_PERMITTED mayMentionEveryone']);
    expect((await act('updateWebhook', { webhookId, name: 'Other' }, manager)).webhook).toMatchObject({ name: 'Other' });
  });

  it('is limited in number and place', async () => {
    const { channelId, communityId, owner } = await scene();
    const { channel: category } = await world.act('CreateChannel', { communityId, name: 'c', kind: 'CATEGORY' }, owner);
    const { thread } = await world.act('CreateThread', { channelId, name: 't' }, owner);
    expect(await refusal('createWebhook', { channelId, name: ' ' }, owner)).toEqual(['INVALID name']);
    expect(await refusal('createWebhook', { channelId: category.id, name: 'x' }, owner)).toEqual(['INVALID channelId']);
    expect(await refusal('createWebhook', { channelId: thread.id, name: 'x' }, owner)).toEqual(['INVALID channelId']);
    await act('createWebhook', { channelId, name: 'second' }, owner);
    expect(await refusal('createWebhook', { channelId, name: 'third' }, owner)).toEqual(['LIMIT_REACHED channelId']);
    expect(await threadTools(world).list(channelId, owner)).toEqual(['t']);
  });

  it('lets its messages be pinned and deleted, with nobody named for having written them', async () => {
    const { channelId, communityId, url, owner } = await scene();
    const { id } = (await post(`${url}?wait=true`, { content: 'x' })).json();
    await world.act('PinMessage', { messageId: id, pinned: true }, owner);
    await world.act('DeleteMessage', { messageId: id }, owner);
    expect(await messages(channelId, owner)).toMatchObject([{ id, content: '', webhook: { name: 'Builds' } }]);
    const entries = (await tools.audit(communityId, owner)).slice(0, 2);
    expect(entries).toMatchObject([
      { action: 'MESSAGE_DELETED', user: null },
      { action: 'MESSAGE_PINNED', user: null },
    ]);
  });
});
