import type { UserCaller } from '@veza/auth';
import { type Id, toId, toUuid, uuidv7 } from '@veza/kernel';
import { parseMediaPath } from '@veza/media-token';
import { waitUntil } from '@veza/testing';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followChannel } from './channel-stream.ts';
import { type ChatWorld, chatWorld } from './chat-world.ts';
import { managementDocument } from './management.ts';

const HISTORY = `query ($id: ID!) { channel(id: $id) { messages(first: 100) { nodes {
  id content isDeleted attachments { id filename contentType byteSize url width height } } } } }`;
const ENTITY = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Attachment { id filename url } } }`;
const FIRST_AID = 'a'.repeat(26);

interface ShownAttachment {
  readonly id: string;
  readonly filename: string;
  readonly url: string;
}

let world: ChatWorld;
beforeAll(async () => {
  world = await chatWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

/** What tracks tells of a finished upload. */
const facts = (ownerId: string, more: Readonly<Record<string, unknown>> = {}) => ({
  ownerId,
  purpose: 'CHAT_ATTACHMENT',
  filename: 'näch(ste).png',
  contentType: 'image/png',
  byteSize: 3_000_000_000,
  sha256: '0'.repeat(64),
  aid: FIRST_AID,
  width: 30,
  height: 20,
  ...more,
});

const tellCompleted = async (uploadId: Id<'upload'>, data: ReturnType<typeof facts>) => {
  const topic = 'tracks.upload-completed.v1';
  const at = { id: uuidv7(world.clock(), randomBytes), occurredAt: world.clock().toISOString() };
  await world.eventLog.append([{ ...at, topic, key: uploadId, revision: 1, data: { uploadId, ...data } }]);
  await world.chat.background.onUploadCompleted.runOnce();
};

/** A finished upload that chat was told of. */
const uploaded = async ({ userId }: UserCaller, more: Readonly<Record<string, unknown>> = {}): Promise<Id<'upload'>> => {
  const uploadId = world.newId('upload');
  await tellCompleted(uploadId, facts(userId, more));
  return uploadId;
};

const attach = (
  channelId: string,
  caller: UserCaller,
  attachmentUploadIds: readonly string[],
  more: Readonly<Record<string, unknown>> = {},
) => world.refusal('SendMessage', { channelId, nonce: world.newId('message'), attachmentUploadIds, ...more }, caller);

const history = async (channelId: string, caller: UserCaller) =>
  (await world.run(HISTORY, { id: channelId }, caller)).messages.nodes as readonly {
    readonly id: string;
    readonly content: string;
    readonly attachments: readonly ShownAttachment[];
  }[];

/** Takes a permission from everybody in a channel. */
const deny = (communityId: string, channelId: string, owner: UserCaller, permission: string) =>
  world.act('SetChannelOverwrite', { channelId, roleId: communityId.replace('community_', 'role_'), allow: [], deny: [permission] }, owner);

/** What chat told others of an upload. */
const told = async (uploadId: string) => {
  await world.chat.background.attachmentReleases.runOnce();
  const rows =
    await world.admin`select topic, revision::int, envelope->'data'->>'by' as by from chat.outbox where key = ${uploadId} order by id`;
  return rows.map(({ topic, revision, by }) => [topic, revision, by]);
};

describe('files of messages', () => {
  it('are shown in history, live and by id, under one address for everybody', async () => {
    const { channelId, owner, member } = await world.community();
    const stream = followChannel(world.chat, channelId, owner);
    const uploadId = await uploaded(member);
    const second = await uploaded(member, {
      contentType: 'application/octet-stream',
      filename: '<script>.html',
      width: undefined,
      height: undefined,
    });
    const { message } = await world.act('SendMessage', { channelId, nonce: 'n', attachmentUploadIds: [uploadId, second] }, member);
    expect(message).toMatchObject({ content: '', attachments: [{ filename: 'näch(ste).png', byteSize: 3_000_000_000 }, {}] });

    const [shown] = await history(channelId, owner);
    expect(shown!.attachments).toMatchObject([
      { filename: 'näch(ste).png', contentType: 'image/png', width: 30, height: 20 },
      { filename: '<script>.html', contentType: 'application/octet-stream', width: null, height: null },
    ]);
    expect(shown!.attachments.map(({ id, url }) => [id, url])).toEqual(
      message.attachments.map(({ id, url }: ShownAttachment) => [id, url]),
    );
    const [event] = await stream.take(1);
    await stream.leave();
    expect(event!.message).toMatchObject({ attachments: message.attachments });
    const [file] = shown!.attachments;
    expect(await world.run(ENTITY, { representations: [{ __typename: 'Attachment', id: file!.id }] }, owner)).toMatchObject([
      { id: file!.id, url: file!.url },
    ]);
    expect(await told(uploadId)).toEqual([['chat.upload-claimed.v1', 1, message.id]]);
  });

  it('have an address that lives for an hour from the last full ten minutes, and is a new one afterwards', async () => {
    const { channelId, owner } = await world.community(0);
    await attach(channelId, owner, [await uploaded(owner)]);
    const address = async () => (await history(channelId, owner))[0]!.attachments[0]!.url;
    const stepMs = 600_000;
    world.clock.advance(stepMs - (world.clock().getTime() % stepMs));
    const first = await address();
    const { token, file, aid } = parseMediaPath(new URL(first).pathname)!;
    expect({ ...token, file, aid }).toMatchObject({ scope: 'a', kid: 'k1', file: 'file', aid: FIRST_AID });
    expect(token.issuedAtMs).toBe(world.clock().getTime());
    expect(token.expiresAt * 1_000 - token.issuedAtMs).toBe(3_600_000);
    world.clock.advance(stepMs - 1);
    expect(await address()).toBe(first);
    world.clock.advance(1);
    expect(await address()).not.toBe(first);
  });

  it('are seen only by those who see the message', async () => {
    const { communityId, channelId, owner, member } = await world.community();
    await attach(channelId, owner, [await uploaded(owner)]);
    const [{ id }] = (await history(channelId, owner))[0]!.attachments as [ShownAttachment];
    const entity = async (caller: UserCaller) =>
      (await world.run(ENTITY, { representations: [{ __typename: 'Attachment', id }] }, caller))[0];
    expect(await entity(member)).toMatchObject({ id });
    expect(await entity(world.person())).toBeNull();
    await deny(communityId, channelId, owner, 'READ_HISTORY');
    expect(await entity(member)).toBeNull();
  });

  it('are the author’s own, complete, meant for messages and used once', async () => {
    const { channelId, owner, member } = await world.community();
    const uploadId = await uploaded(member);
    expect(await attach(channelId, owner, [uploadId])).toEqual(['NOT_FOUND attachmentUploadIds 0']);
    expect(await attach(channelId, member, [uploadId, world.newId('upload')])).toEqual(['NOT_FOUND attachmentUploadIds 1']);
    expect(await attach(channelId, member, ['nonsense'])).toEqual(['NOT_FOUND attachmentUploadIds 0']);
    expect(await attach(channelId, member, [uploadId, uploadId])).toEqual(['INVALID attachmentUploadIds']);
    const picture = world.newId('upload');
    world.uploads.set(picture, { state: 'READY', ...facts(member.userId, { purpose: 'AVATAR' }) });
    expect(await attach(channelId, member, [picture])).toEqual(['NOT_FOUND attachmentUploadIds 0']);
    expect(await attach(channelId, member, [uploadId])).toEqual([]);
    expect(await attach(channelId, member, [uploadId])).toEqual(['NOT_FOUND attachmentUploadIds 0']);
    const many = await Promise.all(Array.from({ length: 11 }, () => uploaded(member)));
    expect(await attach(channelId, member, many)).toEqual(['LIMIT_REACHED attachmentUploadIds']);
    expect(await attach(channelId, member, many.slice(1))).toEqual([]);
    expect((await history(channelId, member))[1]!.attachments).toHaveLength(10);
  });

  it('are asked of their owner when no event told of them yet, and waited for while they arrive', async () => {
    const { channelId, member } = await world.community();
    const uploadId = world.newId('upload');
    world.uploads.set(uploadId, { state: 'READY', ...facts(member.userId) });
    expect(await attach(channelId, member, [uploadId])).toEqual([]);

    const late = world.newId('upload');
    world.uploads.set(late, { state: 'RECEIVING', ...facts(member.userId, { aid: null }) });
    const sending = attach(channelId, member, [late]);
    await waitUntil(() => world.lookups.includes(late));
    await tellCompleted(late, facts(member.userId));
    expect(await sending).toEqual([]);

    const never = world.newId('upload');
    world.uploads.set(never, { state: 'RECEIVING', ...facts(member.userId, { aid: null }) });
    const waiting = attach(channelId, member, [never], { content: 'with words' });
    await waitUntil(() => world.lookups.includes(never));
    world.failLookups(true);
    const unasked = attach(channelId, member, [world.newId('upload')]);
    expect(await waiting).toEqual(['UPLOAD_NOT_READY attachmentUploadIds 0']);
    expect(await unasked).toEqual(['UPLOAD_NOT_READY attachmentUploadIds 0']);
    world.failLookups(false);
    expect(world.lookups.filter((id) => id === never)).toHaveLength(1);
    expect(await history(channelId, member)).toHaveLength(2);
  });

  it('need ATTACH_FILES', async () => {
    const { communityId, channelId, owner, member } = await world.community();
    await deny(communityId, channelId, owner, 'ATTACH_FILES');
    expect(await attach(channelId, member, [await uploaded(member)])).toEqual(['NOT_PERMITTED attachmentUploadIds']);
    expect(await attach(channelId, member, [], { content: 'words' })).toEqual([]);
  });

  it('come once, however often and however fast the message is sent again', async () => {
    const { channelId, member } = await world.community();
    const uploadId = await uploaded(member);
    const input = { channelId, nonce: 'again', content: 'x', attachmentUploadIds: [uploadId] };
    const sent = await Promise.all(Array.from({ length: 5 }, () => world.act('SendMessage', input, member)));
    expect(new Set(sent.map(({ message }) => message.id)).size).toBe(1);
    expect(sent.filter(({ replayed }) => replayed)).toHaveLength(4);
    const rivals = await uploaded(member);
    const answers = await Promise.all(Array.from({ length: 5 }, () => attach(channelId, member, [rivals])));
    expect(answers.filter((refusals) => refusals.length === 0)).toHaveLength(1);
    expect(answers.flat().every((refusal) => refusal.startsWith('NOT_FOUND attachmentUploadIds'))).toBe(true);
    const messages = await history(channelId, member);
    expect(messages.map(({ attachments }) => attachments.length)).toEqual([1, 1]);
    const [head] = await world.admin`
      select last_seq::int from chat.channel_head where channel_id = ${toUuid('channel', toId('channel', channelId))}`;
    expect(head).toEqual({ last_seq: 2 });
  });

  it('keep their message when it is edited to say nothing, and stay with it', async () => {
    const { channelId, member } = await world.community();
    const { message } = await world.act(
      'SendMessage',
      { channelId, nonce: 'e', content: 'words', attachmentUploadIds: [await uploaded(member)] },
      member,
    );
    const edited = await world.act('EditMessage', { messageId: message.id, content: '' }, member);
    expect(edited.message).toMatchObject({ content: '', attachments: [{ id: message.attachments[0].id }] });
  });

  it('go with their message, whoever deletes it: it shows none, and tracks is told once', async () => {
    const { communityId, channelId, owner, member } = await world.community();
    const uploads = [await uploaded(member), await uploaded(member), await uploaded(member)] as const;
    const ids: string[] = [];
    for (const uploadId of uploads) ids.push((await world.send(channelId, '', member, { attachmentUploadIds: [uploadId] })).id);
    const stream = followChannel(world.chat, channelId, owner);
    const [{ id: attachmentId }] = (await history(channelId, owner))[0]!.attachments as [ShownAttachment];

    await world.act('DeleteMessage', { messageId: ids[0] }, member);
    await stream.take(1);
    await stream.leave();
    expect(await told(uploads[0])).toEqual([
      ['chat.upload-claimed.v1', 1, ids[0]],
      ['chat.upload-released.v1', 2, ids[0]],
    ]);
    expect(await world.run(ENTITY, { representations: [{ __typename: 'Attachment', id: attachmentId }] }, owner)).toEqual([null]);
    await world.act('DeleteMessage', { messageId: ids[1] }, owner);
    await world.act(
      'BanMember',
      { communityId, userId: member.userId, deleteMessagesSince: new Date(world.clock().getTime() - 3_600_000).toISOString() },
      owner,
    );
    await world.chat.background.messageSweeper.runOnce();
    for (const uploadId of uploads.slice(1)) expect((await told(uploadId)).map(([topic]) => topic)).toContain('chat.upload-released.v1');
    expect((await history(channelId, owner)).map(({ attachments }) => attachments.length)).toEqual([0, 0, 0]);
    expect(await attach(channelId, owner, [uploads[0]])).toEqual(['NOT_FOUND attachmentUploadIds 0']);
  });

  it('go with their channel', async () => {
    const { channelId, owner } = await world.community(0);
    const uploadId = await uploaded(owner);
    await attach(channelId, owner, [uploadId]);
    await world.chat.background.attachmentSweeper.runOnce();
    expect((await told(uploadId)).map(([topic]) => topic)).toEqual(['chat.upload-claimed.v1']);
    await world.act(managementDocument('DeleteChannel'), { channelId }, owner);
    expect(await world.chat.background.attachmentSweeper.runOnce()).toBe(1);
    expect((await told(uploadId)).map(([topic]) => topic)).toEqual(['chat.upload-claimed.v1', 'chat.upload-released.v1']);
  });

  it('are asked of their owner again when they were told of long ago', async () => {
    const { channelId, member } = await world.community();
    const uploadId = await uploaded(member);
    world.clock.advance(13 * 3_600_000);
    world.uploads.set(uploadId, { state: 'EXPIRED', ...facts(member.userId) });
    expect(await attach(channelId, member, [uploadId])).toEqual(['NOT_FOUND attachmentUploadIds 0']);
    world.uploads.set(uploadId, { state: 'READY', ...facts(member.userId) });
    expect(await attach(channelId, member, [uploadId])).toEqual([]);
  });
});
