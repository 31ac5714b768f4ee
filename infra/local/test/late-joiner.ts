import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { openCommunity, send } from '../story/live-chat.ts';
import { signUp } from '../story/people.ts';
import { storyTeller } from '../story/steps.ts';

/** An event, as much of it as matters here. */
interface Told {
  readonly __typename: string;
  readonly message?: { readonly content: string };
}

/** The next events of a stream. */
async function take(stream: AsyncIterator<unknown>, count: number): Promise<readonly Told[]> {
  const told: Told[] = [];
  while (told.length < count) {
    const { value } = await stream.next();
    told.push((value as { data: { channelEvents: Told } }).data.channelEvents);
  }
  return told;
}

/**
 * What somebody is told who follows a channel from before a message that was edited and one that was deleted,
 * while the gateway has both in memory as they were sent.
 */
export async function lateJoiner(url: string): Promise<readonly Told[]> {
  const [ada, ben] = [await signUp(url, 'Ada'), await signUp(url, 'Ben')];
  const channelId = await openCommunity(
    storyTeller(() => undefined),
    ada,
    ben,
  );
  const history = await ada.app.data<{ channel: { eventCursor: string } }>('ChannelHistory', { id: channelId, last: 1 });
  const following = { channelId, after: history.channel.eventCursor };
  const early = ada.app.follow('ChannelEvents', following);
  const say = (content: string) => send(ada, { channelId, nonce: randomUUID(), content });
  const [edited, deleted] = [(await say('first secret')).message.id, (await say('second secret')).message.id];
  expect((await take(early, 2)).map(({ message }) => message?.content)).toEqual(['first secret', 'second secret']);
  await ada.app.data('EditMessage', { input: { messageId: edited, content: 'harmless' } });
  await ada.app.data('DeleteMessage', { input: { messageId: deleted } });
  await take(early, 2);

  const late = await take(ben.app.follow('ChannelEvents', following), 4);
  await Promise.all([ada.app.close(), ben.app.close()]);
  return late;
}
