import { randomUUID } from 'node:crypto';
import { waitUntil } from '@veza/testing';
import { expect } from 'vitest';
import { type Person, send, signUp } from '../story/index.ts';

interface Opened {
  readonly openDirectConversation: {
    readonly channel: { readonly id: string; readonly participants: readonly { readonly id: string }[] } | null;
  };
}
interface Answered {
  readonly userErrors: readonly { readonly code: string }[];
}

const open = (by: Person, ...others: readonly Person[]) =>
  by.app.data<Opened>('OpenDirectConversation', { input: { userIds: others.map(({ id }) => id) } });

async function codesOf(by: Person, document: string, input: object): Promise<readonly string[]> {
  const { data } = (await by.app.send(document, { input })) as { readonly data: Readonly<Record<string, Answered>> };
  return Object.values(data).flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
}

/** Who types in a channel, as somebody sees it who looks at it; `type` goes on until it is seen. */
async function seesTyping(by: Person, channelId: string, type: () => Promise<unknown>): Promise<string> {
  const stream = by.app.follow('ChannelActivity', { channelId });
  const first = stream.next() as Promise<{ value: { data: { channelActivity: { user: { id: string } } } } }>;
  let hasCome = false;
  void first.then(() => (hasCome = true));
  await waitUntil(async () => hasCome || (await type(), false), { intervalMs: 500, timeoutMs: 20_000 });
  const { value } = await first;
  await stream.return?.();
  return value.data.channelActivity.user.id;
}

/** What people do outside of communities: conversations, who types, who is there, and who wants nothing to do with whom. */
export async function conversationDocuments(url: string): Promise<void> {
  const [ada, ben] = [await signUp(url, 'Ada'), await signUp(url, 'Ben')];
  const { channel } = (await open(ada, ben)).openDirectConversation;
  const channelId = channel!.id;
  expect(channel!.participants.map(({ id }) => id).toSorted()).toEqual([ada.id, ben.id].toSorted());
  expect((await open(ben, ada)).openDirectConversation.channel?.id).toBe(channelId);
  await send(ben, { channelId, nonce: randomUUID(), content: 'psst' });

  expect(await codesOf(ben, 'SetPresence', { presence: 'DO_NOT_DISTURB', statusText: 'mixing' })).toEqual([]);
  // What is sent in between makes the next sign of typing news again.
  const type = async () => {
    await send(ben, { channelId, nonce: randomUUID(), content: 'wait' });
    await codesOf(ben, 'StartTyping', { channelId });
  };
  expect(await seesTyping(ada, channelId, type)).toBe(ben.id);
  await ada.app.close();

  const { block } = await ada.app.data<{ block: { user: { viewerIsBlocking: boolean } } }>('Block', { input: { userId: ben.id } });
  expect(block.user.viewerIsBlocking).toBe(true);
  const sends = () => codesOf(ben, 'SendMessage', { channelId, nonce: randomUUID(), content: 'hello?' });
  await waitUntil(async () => (await sends()).includes('BLOCKED'));
  expect(await codesOf(ada, 'OpenDirectConversation', { userIds: [ben.id] })).toEqual(['BLOCKED']);
  await ada.app.data('Unblock', { input: { userId: ben.id } });
  await waitUntil(async () => (await sends()).length === 0);
}
