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

interface Activity {
  readonly __typename: string;
  readonly user: { readonly id: string };
}

/** The first activity of a kind that somebody sees who looks at a channel; `act` goes on until it is seen. */
async function sees(by: Person, channelId: string, kind: string, act: () => Promise<unknown>): Promise<Activity> {
  const stream = by.app.follow('ChannelActivity', { channelId });
  let seen: Activity | undefined;
  const looking = (async () => {
    for await (const { data } of stream as AsyncIterable<{ data: { channelActivity: Activity } }>) {
      if (data.channelActivity.__typename !== kind) continue;
      seen = data.channelActivity;
      return;
    }
  })();
  await waitUntil(async () => seen ?? (await act(), undefined), { intervalMs: 500, timeoutMs: 20_000 });
  await looking;
  return seen!;
}

/** What people do outside of communities: conversations, who types, who is there, and who wants nothing to do with whom. */
export async function conversationDocuments(url: string): Promise<void> {
  const [ada, ben] = [await signUp(url, 'Ada'), await signUp(url, 'Ben')];
  const { channel } = (await open(ada, ben)).openDirectConversation;
  const channelId = channel!.id;
  expect(channel!.participants.map(({ id }) => id).toSorted()).toEqual([ada.id, ben.id].toSorted());
  expect((await open(ben, ada)).openDirectConversation.channel?.id).toBe(channelId);
  await send(ben, { channelId, nonce: randomUUID(), content: 'psst' });

  // Whoever has their inbox open is there; what is sent in between makes the next sign of typing news again.
  void ben.app.follow('Inbox').next();
  const type = async () => {
    await send(ben, { channelId, nonce: randomUUID(), content: 'wait' });
    await codesOf(ben, 'StartTyping', { channelId });
  };
  expect(await sees(ada, channelId, 'TypingStarted', type)).toMatchObject({ user: { id: ben.id } });
  let turn = 0;
  const change = () => codesOf(ben, 'SetPresence', { presence: (turn += 1) % 2 ? 'DO_NOT_DISTURB' : 'IDLE', statusText: 'mixing' });
  expect(await sees(ada, channelId, 'PresenceChanged', change)).toMatchObject({ user: { id: ben.id } });
  await ada.app.close();
  await ben.app.close();

  const { block } = await ada.app.data<{ block: { user: { viewerIsBlocking: boolean } } }>('Block', { input: { userId: ben.id } });
  expect(block.user.viewerIsBlocking).toBe(true);
  const sends = () => codesOf(ben, 'SendMessage', { channelId, nonce: randomUUID(), content: 'hello?' });
  await waitUntil(async () => (await sends()).includes('BLOCKED'));
  expect(await codesOf(ada, 'OpenDirectConversation', { userIds: [ben.id] })).toEqual(['BLOCKED']);
  await ada.app.data('Unblock', { input: { userId: ben.id } });
  await waitUntil(async () => (await sends()).length === 0);
}
