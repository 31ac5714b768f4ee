import type { UserCaller } from '@veza/auth';
import { anonymousCaller } from '@veza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseErrorCode } from '@veza/postgres';
import type { UserId } from '../src/domain/community.ts';
import type { ChannelId } from '../src/domain/channel.ts';
import { postgresMessageSearch } from '../src/infrastructure/message/postgres-message-search.ts';
import { type ChatWorld, chatWorld } from './chat-world.ts';
import { messageSearchContract } from './message-search-contract.ts';
import { threadTools } from './thread-tools.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await chatWorld({ rates: { search: { capacity: 0, refillPerSecond: 1 } } });
});
afterAll(() => world[Symbol.asyncDispose]());

interface Found {
  readonly totalCount: number;
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: { readonly content: string; readonly channel: { readonly id: string } };
  }[];
}

const search = (communityId: string, query: string, caller: UserCaller, more: object = {}): Promise<Found | null> =>
  world.run('SearchMessages', { communityId, query, ...more }, caller);
/** Sends something a millisecond later than everything before: order is that of time. */
const say = (channelId: string, text: string, caller: UserCaller) => {
  world.clock.advance(1);
  return world.send(channelId, text, caller);
};
const contents = (found: Found | null) => found?.edges.map(({ node }) => node.content);
const codeOf = async (variables: object, caller: UserCaller) =>
  (await world.ask('SearchMessages', { communityId: '', query: 'x', ...variables }, caller)).errors?.[0]?.extensions['code'];

describe('MessageSearch › postgres', () => {
  messageSearchContract(async () => {
    const { channelId, communityId, owner } = await world.community(0);
    const { channel } = await world.act('CreateChannel', { communityId, name: 'other', kind: 'TEXT' }, owner);
    return {
      search: postgresMessageSearch({ database: world.database }),
      channelId: channelId as ChannelId,
      otherChannelId: channel.id,
      say: async (text, where = channelId as ChannelId) => ({
        id: (await say(where, text, owner)).id,
        authorId: owner.userId as UserId,
      }),
      edit: async ({ id }, content) => void (await world.act('EditMessage', { messageId: id, content }, owner)),
      remove: async ({ id }) => void (await world.act('DeleteMessage', { messageId: id }, owner)),
      pin: async ({ id }) => void (await world.act('PinMessage', { messageId: id, pinned: true }, owner)),
      wait: () => (world.clock.advance(60_000), world.clock()),
    };
  });

  it('gives up what takes too long, with an error that says so', async () => {
    const { channelId, owner } = await world.community(0);
    await world.send(channelId, 'slow', owner);
    const hasty = postgresMessageSearch({ database: world.database, timeoutMs: 1 });
    const query = {
      text: Array.from({ length: 6_000 }, (_word, index) => `w${index}`).join(' or '),
      channelIds: [channelId as ChannelId],
      filter: {},
    };
    const failed = await hasty.count(query).catch((error: unknown) => databaseErrorCode(error));
    expect(failed).toBe('OPERATION_TIMEOUT');
    expect(await postgresMessageSearch({ database: world.database }).count({ ...query, text: 'slow' })).toBe(1);
  });
});

describe('searchMessages', () => {
  it('looks into nothing that the person does not see or may not read, nor counts it', async () => {
    const { communityId, channelId, owner, member, people } = await world.community(2);
    const make = async (name: string, deny: readonly string[]) => {
      const { channel } = await world.act('CreateChannel', { communityId, name, kind: 'TEXT' }, owner);
      await world.act('SetChannelOverwrite', { channelId: channel.id, userId: member.userId, allow: [], deny }, owner);
      await say(channel.id, 'secret', owner);
      return channel.id as string;
    };
    const hidden = await make('hidden', ['VIEW_CHANNEL']);
    const silent = await make('silent', ['READ_HISTORY']);
    const open = await say(channelId, 'secret in the open', owner);
    const found = await search(communityId, 'secret', member);
    expect([contents(found), found?.totalCount]).toEqual([['secret in the open'], 1]);
    for (const id of [hidden, silent])
      expect(await search(communityId, 'secret', member, { filter: { channelId: id } })).toMatchObject({ totalCount: 0, edges: [] });
    expect((await search(communityId, 'secret', people[1]!))?.totalCount).toBe(3);

    const tools = threadTools(world);
    const { thread } = await world.act('CreateThread', { messageId: open.id, name: 'branch' }, owner);
    await say(thread.id, 'secret below', owner);
    const start = 'mutation ($input: CreateThreadInput!) { createThread(input: $input) { thread { id } userErrors { code path } } }';
    const { thread: closed } = await world.act(start, { channelId, name: 'closed', isPrivate: true }, owner);
    await say(closed.id, 'secret behind', owner);
    expect(contents(await search(communityId, 'secret', member))).toEqual(['secret below', 'secret in the open']);
    await tools.act('addThreadMember', { threadId: closed.id, userId: member.userId }, owner);
    expect(contents(await search(communityId, 'secret', member))).toEqual(['secret behind', 'secret below', 'secret in the open']);
  });

  it('is nothing to strangers, to those who left, and for channels of other communities', async () => {
    const [one, other] = [await world.community(), await world.community()];
    await say(one.channelId, 'melody', one.owner);
    await say(other.channelId, 'melody', other.owner);
    expect(await search(one.communityId, 'melody', other.member)).toBeNull();
    expect(await search('nonsense', 'melody', one.member)).toBeNull();
    expect(await search(one.communityId, 'melody', one.member, { filter: { channelId: other.channelId } })).toMatchObject({ edges: [] });
    await world.act('LeaveCommunity', { communityId: one.communityId }, one.member);
    expect(await search(one.communityId, 'melody', one.member)).toBeNull();
    const { data } = await world.ask('SearchMessages', { communityId: one.communityId, query: 'melody' }, anonymousCaller);
    expect(data?.['searchMessages'] ?? null).toBeNull();
  });

  it('refuses texts, pages and cursors that cannot be', async () => {
    const { communityId, channelId, owner } = await world.community(0);
    for (const text of ['take a', 'take b']) await say(channelId, text, owner);
    expect(await codeOf({ communityId, query: '  ' }, owner)).toBe('BAD_USER_INPUT');
    expect(await codeOf({ communityId, query: 'x'.repeat(201) }, owner)).toBe('BAD_USER_INPUT');
    expect(await codeOf({ communityId, first: 51 }, owner)).toBe('BAD_USER_INPUT');
    const page = await search(communityId, 'take', owner, { first: 1 });
    const after = page?.edges[0]?.cursor;
    expect(contents(await search(communityId, 'take', owner, { first: 1, after }))).toEqual(['take a']);
    expect(await codeOf({ communityId, query: 'other', after }, owner)).toBe('CURSOR_INVALID');
    expect(await codeOf({ communityId, query: 'take', after, filter: { isPinned: true } }, owner)).toBe('CURSOR_INVALID');
  });

  it('is limited in its rate', async () => {
    await using limited = await chatWorld({ rates: { search: { capacity: 1, refillPerSecond: 1 } } });
    const { communityId, owner } = await limited.community(0);
    const code = async () => (await limited.ask('SearchMessages', { communityId, query: 'x' }, owner)).errors?.[0]?.extensions['code'];
    expect([await code(), await code()]).toEqual([undefined, 'RATE_LIMITED']);
  });
});
