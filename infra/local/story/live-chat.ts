import { randomUUID } from 'node:crypto';
import type { Answer } from './client.ts';
import { type Person, signUp } from './people.ts';
import { firstMatching, type StoryTeller } from './steps.ts';

const LIVE_TIMEOUT_MS = 10_000;
/** Time that a fresh subscription gets to be in place before something happens that it is to see. */
const SUBSCRIBED_MS = 300;

interface MessageSent {
  readonly __typename: string;
  readonly cursor: string;
  readonly message: {
    readonly id: string;
    readonly content: string;
    readonly author: { readonly username: string };
    readonly trackMoment: { readonly track: { readonly artist: { readonly username: string } } } | null;
  };
}

const eventOf = ({ data, errors }: Answer): MessageSent => {
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as unknown as { channelEvents: MessageSent }).channelEvents;
};

/** The next message that a follower of a channel gets. */
async function nextMessage(stream: AsyncIterator<Answer>): Promise<MessageSent> {
  return eventOf(await firstMatching(stream, (answer) => eventOf(answer).__typename === 'MessageSent', LIVE_TIMEOUT_MS));
}

interface Sent {
  readonly message: { readonly id: string };
  readonly replayed: boolean;
}

/** Sends a message. The nonce makes a repetition harmless. */
export async function send(
  person: Person,
  input: {
    readonly channelId: string;
    readonly nonce: string;
    readonly content: string;
    readonly trackMoment?: object;
    readonly replyToId?: string;
  },
): Promise<Sent> {
  const { sendMessage } = await person.app.data<{ sendMessage: Sent }>('SendMessage', { input });
  return sendMessage;
}

/** Ada opens a community with one channel, and Ben comes in by her invite. Answers the channel. */
export async function openCommunity({ step }: StoryTeller, ada: Person, ben: Person): Promise<string> {
  const communityId = await step('CreateCommunity', async () => {
    const input = { name: 'Night shift', slug: `night-${randomUUID().slice(0, 8)}` };
    const { createCommunity } = await ada.app.data<{ createCommunity: { community: { id: string } } }>('CreateCommunity', { input });
    return { result: createCommunity.community.id, seen: input.slug };
  });
  const channelId = await step('CreateChannel', async () => {
    const { createChannel } = await ada.app.data<{ createChannel: { channel: { id: string } } }>('CreateChannel', {
      input: { communityId, name: 'works-in-progress', kind: 'TEXT' },
    });
    return { result: createChannel.channel.id, seen: 'works-in-progress' };
  });
  const code = await step('CreateInvite', async () => {
    const { createInvite } = await ada.app.data<{ createInvite: { invite: { code: string } } }>('CreateInvite', { input: { communityId } });
    return { result: createInvite.invite.code, seen: 'a code' };
  });
  await step('JoinCommunity', async () => ({
    result: await ben.app.data('JoinCommunity', { input: { inviteCode: code } }),
    seen: 'Ben is in',
  }));
  return channelId;
}

async function bothHear(
  ada: Person,
  ben: Person,
  channelId: string,
  trackId: string,
): Promise<{ cursor: string; nonce: string; first: Sent }> {
  const streams = [ada, ben].map(({ app }) => app.follow('ChannelEvents', { channelId }));
  const pending = streams.map((stream) => nextMessage(stream));
  await new Promise((resolve) => setTimeout(resolve, SUBSCRIBED_MS));
  const nonce = randomUUID();
  const first = await send(ada, { channelId, nonce, content: 'Listen to the swell here', trackMoment: { trackId, positionMs: 2_000 } });
  const heard = await Promise.all(pending);
  for (const { message } of heard) {
    if (message.id !== first.message.id) throw new Error('another message came');
    if (message.author.username !== ada.username || message.trackMoment?.track.artist.username !== ada.username)
      throw new Error('author or artist is missing');
  }
  await Promise.all(streams.map(async (stream) => stream.return?.()));
  return { cursor: heard[1]!.cursor, nonce, first };
}

/** Chapter four: they talk about a moment of the song, live; who was away misses nothing; who is not in gets nothing. */
export async function liveChat(
  { step }: StoryTeller,
  ada: Person,
  ben: Person,
  scene: { readonly channelId: string; readonly trackId: string },
): Promise<void> {
  const { channelId, trackId } = scene;
  const live = await step('ChannelEvents: both hear a track moment', async () => ({
    result: await bothHear(ada, ben, channelId, trackId),
    seen: 'author and artist joined',
  }));
  await step('SendMessage with the same nonce', async () => {
    const again = await send(ada, { channelId, nonce: live.nonce, content: 'Listen to the swell here' });
    if (!again.replayed || again.message.id !== live.first.message.id) throw new Error('the repetition made a second message');
    return { result: undefined, seen: 'replayed: true' };
  });
  await step('Ben was away and resumes with `after`', async () => {
    for (const content of ['one', 'two', 'three']) await send(ada, { channelId, nonce: randomUUID(), content });
    const stream = ben.app.follow('ChannelEvents', { channelId, after: live.cursor });
    const missed = [await nextMessage(stream), await nextMessage(stream), await nextMessage(stream)].map(({ message }) => message.content);
    await stream.return?.();
    if (missed.join() !== 'one,two,three') throw new Error(`he got ${missed.join()}`);
    return { result: undefined, seen: missed.join(', ') };
  });
  await step('a stranger listens at the door', async () => {
    const eve = await signUp(ada.app.url, 'Eve');
    const { value } = (await eve.app
      .follow('ChannelEvents', { channelId })
      .next()
      .catch((errors: unknown) => ({ value: { errors } }))) as { value: Answer };
    const code = value.errors?.[0]?.extensions?.code;
    await eve.app.close();
    if (code !== 'NOT_FOUND') throw new Error(`she was answered with ${code}`);
    return { result: undefined, seen: code };
  });
  await step('ChannelHistory', async () => {
    const { channel } = await ben.app.data<{ channel: { messages: { edges: unknown[]; pageInfo: { hasPreviousPage: boolean } } } }>(
      'ChannelHistory',
      { id: channelId, last: 3 },
    );
    if (channel.messages.edges.length !== 3 || !channel.messages.pageInfo.hasPreviousPage)
      throw new Error('the page is not the last three of four');
    return { result: undefined, seen: 'last 3 of 4' };
  });
}
