import { randomUUID } from 'node:crypto';
import { waitUntil } from '@veza/testing';
import { expect } from 'vitest';
import { openCommunity, type Person, signUp, storyTeller, upload } from '../story/index.ts';
import { sunrise } from '../story/picture.ts';

interface Shown {
  readonly id: string;
  readonly attachments: readonly { readonly contentType: string; readonly url: string }[];
}

/** Sends a file and a message that carries it. */
async function attach(by: Person, channelId: string, bytes: Buffer): Promise<Shown> {
  const file = { purpose: 'CHAT_ATTACHMENT', filename: 'dawn.png', byteSize: bytes.length, contentType: 'image/png' };
  const { createUpload } = await by.app.data<{ createUpload: { upload: { id: string; url: string } } }>('CreateUpload', { input: file });
  await upload(createUpload.upload.url, bytes);
  const { sendMessage } = await by.app.data<{ sendMessage: { message: Shown } }>('SendMessage', {
    input: { channelId, nonce: randomUUID(), attachmentUploadIds: [createUpload.upload.id] },
  });
  return sendMessage.message;
}

/** The first message that a stream tells of. */
async function firstMessage(stream: AsyncIterableIterator<unknown>): Promise<Shown> {
  for await (const answer of stream) {
    const { channelEvents } = (answer as { data: { channelEvents: { __typename: string; message?: Shown } } }).data;
    if (channelEvents.message) return channelEvents.message;
  }
  throw new Error('the stream ended without a message');
}

/** Files of messages, from their bytes to the moment in which they are gone: one address for all, and nothing that runs in a page. */
export async function attachmentDocuments(url: string): Promise<void> {
  const [ada, ben] = [await signUp(url, 'Ada'), await signUp(url, 'Ben')];
  const channelId = await openCommunity(
    storyTeller(() => undefined),
    ada,
    ben,
  );
  const stream = ben.app.follow('ChannelEvents', { channelId });
  const seen = firstMessage(stream);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const picture = sunrise(64);
  const sent = await attach(ada, channelId, picture);
  const live = await seen;
  expect(live).toMatchObject({ id: sent.id, attachments: sent.attachments });
  const address = live.attachments[0]!.url;
  const answer = await fetch(address);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(answer.headers.get('content-security-policy')).toBe('sandbox');
  expect(Buffer.from(await answer.arrayBuffer()).equals(picture)).toBe(true);

  const page = await attach(ada, channelId, Buffer.from('<script>alert(document.domain)</script>'));
  const kept = await fetch(page.attachments[0]!.url);
  expect(kept.headers.get('content-type')).toBe('application/octet-stream');
  expect(kept.headers.get('content-disposition')).toMatch(/^attachment;/);

  await ada.app.data('DeleteMessage', { input: { messageId: sent.id } });
  await waitUntil(async () => (await fetch(address)).status === 404);
  await ben.app.close();
}
