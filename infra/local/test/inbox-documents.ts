import { waitUntil } from '@veza/testing';
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { openCommunity, type Person, send, signUp, storyTeller } from '../story/index.ts';
import { ask } from './private-things.ts';

interface InboxEvent {
  readonly __typename: string;
  readonly cursor: string;
  readonly channel?: { readonly id: string; readonly unreadCount: number; readonly mentionCount: number };
  readonly message?: {
    readonly content: string;
    readonly author: { readonly displayName: string };
    readonly channel: { readonly id: string };
  };
  readonly state?: string;
}

/** Collects what an inbox tells until `leave`. */
function collect({ app }: Person, after?: string) {
  const stream = app.follow('Inbox', after === undefined ? {} : { after });
  const events: InboxEvent[] = [];
  const reading = (async () => {
    for await (const { data } of stream as AsyncIterable<{ data: { inboxEvents: InboxEvent } }>) events.push(data.inboxEvents);
  })();
  const leave = async () => {
    await stream.return?.();
    await reading;
  };
  return { events, leave };
}

const texts = (events: readonly InboxEvent[]) => events.flatMap(({ message }) => (message ? [message.content] : []));

/** What reaches people wherever they look: pages of communities, searches, unread counts, and the inbox with a break in between. */
export async function inboxDocuments(url: string): Promise<void> {
  const [ada, ben] = [await signUp(url, 'Ada'), await signUp(url, 'Ben')];
  const channelId = await openCommunity(
    storyTeller(() => undefined),
    ada,
    ben,
  );
  const say = (content: string) => send(ada, { channelId, nonce: randomUUID(), content });

  const first = collect(ben);
  // A subscription has no answer of its own: what is said again until it is heard shows that it began.
  await waitUntil(async () => (await say(`good evening <@${ben.id}>`), texts(first.events).length > 0), {
    intervalMs: 1_000,
    timeoutMs: 20_000,
  });
  await waitUntil(() => first.events.some(({ channel }) => channel?.id === channelId && channel.mentionCount > 0), { timeoutMs: 20_000 });
  expect(first.events.find(({ message }) => message)?.message).toMatchObject({
    author: { displayName: 'Ada' },
    channel: { id: channelId },
  });
  const after = first.events.at(-1)!.cursor;
  await first.leave();

  const { message } = await say(`the bridge in the second take <@${ben.id}>`);
  const second = collect(ben, after);
  await waitUntil(() => texts(second.events).some((text) => text.startsWith('the bridge')), { timeoutMs: 20_000 });
  await ben.app.data('MarkChannelRead', { input: { channelId, throughMessageId: message.id } });
  await waitUntil(() => second.events.some(({ channel }) => channel?.id === channelId && channel.unreadCount === 0), { timeoutMs: 20_000 });
  await second.leave();

  const mine = await ben.app.data<{
    viewer: {
      communities: { nodes: { id: string; unreadCount: number; mentionCount: number }[] };
      directConversations: { nodes: unknown[] };
    };
  }>('MyCommunities');
  expect(mine.viewer.communities.nodes).toMatchObject([{ unreadCount: 0, mentionCount: 0 }]);
  expect(mine.viewer.directConversations.nodes).toEqual([]);

  const communityId = mine.viewer.communities.nodes[0]!.id;
  const { searchMessages } = await ben.app.data<{
    searchMessages: { totalCount: number; edges: { node: { id: string; author: { displayName: string } } }[] };
  }>('SearchMessages', { communityId, query: '"second take" -chorus', filter: { authorId: ada.id, mentionsUserId: ben.id }, first: 10 });
  expect(searchMessages).toMatchObject({ totalCount: 1, edges: [{ node: { id: message.id, author: { displayName: 'Ada' } } }] });

  const { viewer } = await ask<{ viewer: { communities: { nodes: { slug: string }[] } } }>(
    ben,
    '{ viewer { communities { nodes { slug } } } }',
  );
  const { communityBySlug: page } = await ben.app.data<{
    communityBySlug: { name: string; members: { nodes: { user: { displayName: string }; presence: string }[] } };
  }>('CommunityPage', { slug: viewer.communities.nodes[0]!.slug });
  expect(page.members.nodes.map(({ user }) => user.displayName)).toEqual(['Ada', 'Ben']);
  expect(page.members.nodes.every(({ presence }) => presence.length > 0)).toBe(true);
}
