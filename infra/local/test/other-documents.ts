import { keepPlaylist, playTogether, shareSong } from './music-documents.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { waitUntil } from '@veza/testing';
import { expect } from 'vitest';
import {
  type AppClient,
  appClient,
  createTrack,
  createUpload,
  openCommunity,
  type Person,
  processed,
  send,
  signUp,
  storyTeller,
  upload,
  wavSong,
} from '../story/index.ts';

const silent = () => storyTeller(() => undefined);

/** The token in the newest mail of a template to an address. */
async function mailedToken(mailFolder: string, template: string, to: string): Promise<string> {
  const find = () =>
    readdirSync(mailFolder)
      .filter((file) => file.endsWith('.json') && file.includes(template))
      .map((file) => readFileSync(join(mailFolder, file), 'utf8'))
      .findLast((text) => text.includes(to));
  await waitUntil(() => find() !== undefined);
  const token = /token=([\w.-]+)/.exec(find()!)?.[1];
  if (token === undefined) throw new Error(`no token in the mail ${template}`);
  return token;
}

/** What a person does with their account after the first five minutes. */
export async function accountDocuments(url: string, mailFolder: string): Promise<void> {
  const ada = await signUp(url, 'Ada');
  const email = `${ada.username}@example.org`;
  const { updateProfile } = await ada.app.data<{ updateProfile: { user: { bio: string; links: string[] } } }>('UpdateProfile', {
    input: { displayName: 'Ada L.', bio: 'Loops.', links: ['https://ada.example'] },
  });
  expect(updateProfile.user).toMatchObject({ bio: 'Loops.', links: ['https://ada.example'] });

  const { verifyEmail } = await appClient(url).data<{ verifyEmail: object }>('VerifyEmail', {
    input: { token: await mailedToken(mailFolder, 'verify', email) },
  });
  expect(verifyEmail).toBeDefined();
  await ada.app.data('ChangePassword', { input: { currentPassword: ada.password, newPassword: 'another long passphrase' } });
  await appClient(url).data('RequestPasswordReset', { input: { email } });
  await appClient(url).data('ResetPassword', {
    input: { token: await mailedToken(mailFolder, 'reset', email), newPassword: 'a third long passphrase' },
  });

  const { signIn } = await appClient(url).data<{ signIn: { session: { accessToken: string } } }>('SignIn', {
    input: { identifier: ada.username, password: 'a third long passphrase' },
  });
  const again = appClient(url, signIn.session.accessToken);
  const other = await appClient(url).data<{ signIn: { session: { id: string; accessToken: string } } }>('SignIn', {
    input: { identifier: email, password: 'a third long passphrase' },
  });
  const { revokeSession } = await again.data<{ revokeSession: { revokedSessionId: string } }>('RevokeSession', {
    input: { sessionId: other.signIn.session.id },
  });
  expect(revokeSession.revokedSessionId).toBe(other.signIn.session.id);
  await waitUntil(
    async () => (await appClient(url, other.signIn.session.accessToken).send('Viewer')).errors?.[0]?.extensions?.code === 'UNAUTHENTICATED',
  );
  await again.data('SignOut');
  await waitUntil(async () => (await again.send('Viewer')).errors?.[0]?.extensions?.code === 'UNAUTHENTICATED');
}

/** What two people do in a channel besides talking. */
export async function chatDocuments(url: string, trackId: string): Promise<void> {
  const [ada, ben] = [await signUp(url, 'Ada'), await signUp(url, 'Ben')];
  const channelId = await openCommunity(silent(), ada, ben);
  const { message } = await send(ada, { channelId, nonce: randomUUID(), content: 'helo' });
  const messageId = message.id;
  const { editMessage } = await ada.app.data<{ editMessage: { message: { content: string } } }>('EditMessage', {
    input: { messageId, content: 'hello' },
  });
  expect(editMessage.message.content).toBe('hello');
  await ben.app.data('AddReaction', { input: { messageId, emoji: '🎵' } });
  await ben.app.data('RemoveReaction', { input: { messageId, emoji: '🎵' } });
  await ada.app.data('PinMessage', { input: { messageId, pinned: true } });
  await ben.app.data('MarkChannelRead', { input: { channelId, throughMessageId: messageId } });
  await party(ada, trackId);
  const { deleteMessage } = await ada.app.data<{ deleteMessage: { deletedMessageId: string } }>('DeleteMessage', { input: { messageId } });
  expect(deleteMessage.deletedMessageId).toBe(messageId);
  const { message: found } = (await ben.app.data<{ message: null }>('AnyNode', { id: messageId })) as { message?: unknown };
  expect(found).toBeUndefined();
}

/** A listening party needs a channel of its kind. */
async function party(ada: Person, trackId: string): Promise<void> {
  const { createCommunity } = await ada.app.data<{ createCommunity: { community: { id: string } } }>('CreateCommunity', {
    input: { name: 'Party', slug: `party-${randomUUID().slice(0, 8)}` },
  });
  const communityId = createCommunity.community.id;
  const { createChannel } = await ada.app.data<{ createChannel: { channel: { id: string } } }>('CreateChannel', {
    input: { communityId, name: 'party', kind: 'LISTENING_PARTY' },
  });
  const { syncPlayback } = await ada.app.data<{ syncPlayback: { playback: { isPlaying: boolean } } }>('SyncPlayback', {
    input: { channelId: createChannel.channel.id, trackId, positionMs: 1_000, isPlaying: true },
  });
  expect(syncPlayback.playback.isPlaying).toBe(true);
  const ben = await signUp(ada.app.url, 'Ben');
  const { createInvite } = await ada.app.data<{ createInvite: { invite: { code: string } } }>('CreateInvite', { input: { communityId } });
  await ben.app.data('JoinCommunity', { input: { inviteCode: createInvite.invite.code } });
  await ben.app.data('LeaveCommunity', { input: { communityId } });
}

/** Somebody signs in on a second device, listens there and signs out: the address ends with the session, and with no other. */
async function listenAndLeave({ app, username, password }: Person, trackId: string): Promise<void> {
  const addressFor = async (device: AppClient) =>
    (await device.data<{ track: { stream: { hlsUrl: string } } }>('TrackForListening', { id: trackId })).track.stream.hlsUrl;
  const statusOf = async (address: string) => (await fetch(address)).status;
  const { signIn } = await appClient(app.url).data<{ signIn: { session: { accessToken: string } } }>('SignIn', {
    input: { identifier: username, password },
  });
  const second = appClient(app.url, signIn.session.accessToken);
  const [held, other] = await Promise.all([second, app].map(addressFor));
  expect(await statusOf(held!)).toBe(200);
  await second.data('SignOut');
  await waitUntil(async () => (await statusOf(held!)) === 403, { timeoutMs: 5_000 });
  expect(await statusOf(other!)).toBe(200);
}

/** What people do with each other's things. Answers a track that is there to stay. */
export async function songDocuments(url: string): Promise<string> {
  const [ada, ben] = [await signUp(url, 'Ada'), await signUp(url, 'Ben')];
  const song = wavSong({ seconds: 3 });
  const tracks: string[] = [];
  for (const title of ['Quietly unmistakable', 'Soon gone']) {
    const created = await createUpload(ada.app, 'song.wav', song.length);
    await upload(created.url, song);
    expect(await ada.app.data('UploadStatus', { id: created.id })).toMatchObject({
      upload: { state: 'READY', receivedBytes: song.length },
    });
    const trackId = await createTrack(ada.app, created.id, title);
    expect((await processed(ada.app, trackId)).state).toBe('READY');
    tracks.push(trackId);
  }
  const [kept, gone] = tracks as [string, string];
  const { updateTrack } = await ada.app.data<{ updateTrack: { track: { genre: string } } }>('UpdateTrack', {
    input: { trackId: kept, genre: 'ambient', tags: ['dawn'] },
  });
  expect(updateTrack.track.genre).toBe('ambient');
  await ben.app.data('RenewStream', { input: { trackId: kept } });
  await listenAndLeave(ben, kept);
  await shareSong(ada, ben, kept);
  await keepPlaylist(ada, ben, kept);
  await playTogether(ben, kept);
  const { searchTracks } = await ben.app.data<{ searchTracks: { edges: { node: { id: string } }[] } }>('SearchTracks', {
    query: 'unmistakable',
    first: 5,
  });
  expect(searchTracks.edges.map(({ node }) => node.id)).toContain(kept);
  await ben.app.data('Repost', { input: { subjectId: kept, caption: 'this' } });
  await ben.app.data('UndoRepost', { input: { subjectId: kept } });
  await ben.app.data('Like', { input: { subjectId: kept } });
  await ben.app.data('Unlike', { input: { subjectId: kept } });
  const { addComment } = await ben.app.data<{ addComment: { comment: { id: string } } }>('AddComment', {
    input: { subjectId: kept, body: 'oh', positionMs: 10 },
  });
  await ben.app.data('DeleteComment', { input: { commentId: addComment.comment.id } });
  await ben.app.data('Follow', { input: { userId: ada.id } });
  expect(await ada.app.data('Followers', { id: ada.id })).toMatchObject({ user: { followers: { totalCount: 1 } } });
  await ben.app.data('Unfollow', { input: { userId: ada.id } });
  await ada.app.data('DeleteTrack', { input: { trackId: gone } });
  expect(await ben.app.data('TrackForListening', { id: gone })).toEqual({ track: null });
  return kept;
}
