import type { UserCaller } from '@veza/auth';
import { waitUntil } from '@veza/testing';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followChat } from './ask-chat.ts';
import { applied, type ChannelCopy, COPY_EVENTS, COPY_QUERY, type CopiedMessage, type CopyEvent } from './channel-copy.ts';
import { type ChatWorld, chatWorld } from './chat-world.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await chatWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const CREATE_THREAD = 'mutation ($input: CreateThreadInput!) { createThread(input: $input) { thread { id } userErrors { code } } }';
const BULK_DELETE =
  'mutation ($input: BulkDeleteMessagesInput!) { bulkDeleteMessages(input: $input) { deletedMessageIds userErrors { code } } }';

/** A listening party with a member, and what may be done there to its messages. */
async function scene() {
  const { owner, member, channelId } = await world.community(1, 'LISTENING_PARTY');
  const trackId = world.newTrack();
  const ids: string[] = [];
  const authors = [owner, member];
  const send = async (author: UserCaller, content: string, more: object = {}) => {
    const input = { channelId, nonce: randomUUID(), content, ...more };
    const { message } = await world.run('SendMessage', { input }, author);
    if (message) ids.push(message.id);
  };
  const deeds: readonly ((author: UserCaller, messageId: string | undefined, text: string) => Promise<unknown>)[] = [
    (author, _id, text) => send(author, `${text} <@${member.userId}> @everyone`),
    (author, replyToId, text) => send(author, text, replyToId === undefined ? {} : { replyToId }),
    (author, _id, text) => send(author, text, { trackMoment: { trackId, positionMs: 5 } }),
    (author, messageId, content) => world.run('EditMessage', { input: { messageId, content: `${content}!` } }, author),
    (author, messageId) => world.run('DeleteMessage', { input: { messageId } }, author),
    (author, messageId) => world.run('AddReaction', { input: { messageId, emoji: '🔥' } }, author),
    (author, messageId) => world.run('RemoveReaction', { input: { messageId, emoji: '🔥' } }, author),
    (_author, messageId, text) => world.run('PinMessage', { input: { messageId, pinned: text.length % 2 === 0 } }, owner),
    (author, messageId, text) => world.run(CREATE_THREAD, { input: { messageId, name: `thread ${text}` } }, author),
    (_author, messageId) => world.run(BULK_DELETE, { input: { channelId, messageIds: [...new Set([messageId, ids[0]])] } }, owner),
    (_author, _id, text) =>
      world.run('SyncPlayback', { input: { channelId, trackId, positionMs: text.length, isPlaying: text.length > 2 } }, owner),
  ];
  const snapshot = async (): Promise<ChannelCopy> => {
    const { messages, ...rest } = await world.run(COPY_QUERY, { id: channelId }, member);
    return { ...rest, messages: messages.edges.map(({ node }: { readonly node: CopiedMessage }) => node) };
  };
  return { channelId, member, authors, deeds, ids, snapshot };
}

/** Brings a copy up to a cursor by the events that followed it. */
async function broughtUpTo(
  copy: ChannelCopy,
  end: string,
  { channelId, member }: { readonly channelId: string; readonly member: UserCaller },
) {
  const controller = new AbortController();
  let present = copy;
  const reading = (async () => {
    const variables = { id: channelId, after: copy.eventCursor };
    for await (const { data, errors } of followChat(world.chat, { document: COPY_EVENTS, variables, caller: member }, controller.signal)) {
      if (errors) throw new Error(JSON.stringify(errors));
      present = applied(present, (data as unknown as { readonly channelEvents: CopyEvent }).channelEvents);
    }
  })();
  await waitUntil(() => present.eventCursor === end);
  controller.abort();
  await reading;
  return present;
}

describe('a copy of a channel', () => {
  it('with the events after it equals a fresh answer, wherever it was taken and whatever was done', async () => {
    const anyDeed = fc.record({ what: fc.nat(10), who: fc.nat(1), which: fc.nat(30), text: fc.string({ minLength: 1, maxLength: 6 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(anyDeed, { minLength: 20, maxLength: 40 }), async (done) => {
        const { authors, deeds, ids, snapshot, ...place } = await scene();
        const copies: ChannelCopy[] = [await snapshot()];
        for (const [index, { what, who, which, text }] of done.entries()) {
          world.clock.advance(1_000);
          // Before anything was said there is nothing to change.
          const deed = ids.length === 0 ? deeds[0]! : deeds[what]!;
          await deed(authors[who]!, ids[which % Math.max(1, ids.length)], text);
          if (index % 7 === 3) copies.push(await snapshot());
        }
        const fresh = await snapshot();
        for (const copy of copies) expect(await broughtUpTo(copy, fresh.eventCursor, place)).toEqual(fresh);
      }),
      { numRuns: 4 },
    );
  }, 120_000);
});
