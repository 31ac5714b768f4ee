import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { type Person, signUp } from '../story/index.ts';

interface Founded {
  readonly communityId: string;
  readonly channelId: string;
  readonly inviteCode: string;
}

async function found(ada: Person): Promise<Founded> {
  const { createCommunity } = await ada.app.data<{ createCommunity: { community: { id: string } } }>('CreateCommunity', {
    input: { name: 'Orchestra', slug: `orchestra-${randomUUID().slice(0, 8)}` },
  });
  const communityId = createCommunity.community.id;
  const { createChannel } = await ada.app.data<{ createChannel: { channel: { id: string } } }>('CreateChannel', {
    input: { communityId, name: 'stage', kind: 'TEXT' },
  });
  const { createInvite } = await ada.app.data<{ createInvite: { invite: { code: string } } }>('CreateInvite', { input: { communityId } });
  return { communityId, channelId: createChannel.channel.id, inviteCode: createInvite.invite.code };
}

/** Why a stream ended. */
async function endOf(stream: AsyncIterableIterator<unknown>): Promise<string> {
  for await (const answer of stream) {
    const { channelEvents } = (answer as { data: { channelEvents: { __typename: string; reason?: string } } }).data;
    if (channelEvents.__typename === 'AccessRevoked') return channelEvents.reason ?? '';
  }
  throw new Error('the stream ended without a word');
}

/** What those who run a community do: roles, overwrites, time-outs, kicks and bans; an open stream ends with what allowed it. */
export async function communityDocuments(url: string): Promise<void> {
  const [ada, ben, eve] = [await signUp(url, 'Ada'), await signUp(url, 'Ben'), await signUp(url, 'Eve')];
  const { communityId, channelId, inviteCode } = await found(ada);
  for (const { app } of [ben, eve]) await app.data('JoinCommunity', { input: { inviteCode } });

  const { createRole } = await ada.app.data<{ createRole: { role: { id: string } } }>('CreateRole', {
    input: { communityId, name: 'conductor', color: '#aa00ff', permissions: ['KICK_MEMBERS', 'TIME_OUT_MEMBERS'] },
  });
  const roleId = createRole.role.id;
  const { assignRole } = await ada.app.data<{ assignRole: { member: { roles: { name: string }[] } } }>('AssignRole', {
    input: { communityId, userId: ben.id, roleId },
  });
  expect(assignRole.member.roles.map(({ name }) => name)).toEqual(['everyone', 'conductor']);
  const { setChannelOverwrite } = await ada.app.data<{ setChannelOverwrite: { channel: { overwrites: { allow: string[] }[] } } }>(
    'SetChannelOverwrite',
    { input: { channelId, roleId, allow: ['PIN_MESSAGES'], deny: [] } },
  );
  expect(setChannelOverwrite.channel.overwrites).toMatchObject([{ role: { id: roleId }, user: null, allow: ['PIN_MESSAGES'] }]);

  const { sendMessage } = await ben.app.data<{ sendMessage: { message: { id: string } } }>('SendMessage', {
    input: { channelId, nonce: randomUUID(), content: 'shall we rehearse?' },
  });
  const { createThread } = await ada.app.data<{ createThread: { thread: { id: string; name: string; kind: string } } }>('CreateThread', {
    input: { messageId: sendMessage.message.id, name: 'rehearsal' },
  });
  expect(createThread.thread).toMatchObject({ name: 'rehearsal', kind: 'THREAD' });
  await ben.app.data('SendMessage', { input: { channelId: createThread.thread.id, nonce: randomUUID(), content: 'on Monday' } });

  const until = new Date(Date.now() + 60_000).toISOString();
  await ben.app.data('TimeOutMember', { input: { communityId, userId: eve.id, until, reason: 'too loud' } });
  const silenced = await eve.app.send('SendMessage', { input: { channelId, nonce: randomUUID(), content: 'la' } });
  expect(silenced.data).toMatchObject({ sendMessage: { message: null, userErrors: [{ code: 'TIMED_OUT' }] } });

  const stream = eve.app.follow('ChannelEvents', { channelId });
  const ending = endOf(stream);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await ben.app.data('KickMember', { input: { communityId, userId: eve.id } });
  expect(await ending).toBe('KICKED');
  await eve.app.close();

  await ada.app.data('BanMember', { input: { communityId, userId: eve.id, reason: 'again' } });
  const back = await eve.app.send('JoinCommunity', { input: { inviteCode } });
  expect(back.data).toMatchObject({ joinCommunity: { community: null, userErrors: [{ code: 'INVITE_INVALID' }] } });
}
