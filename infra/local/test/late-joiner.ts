import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { openCommunity, send } from '../story/live-chat.ts';
import { signUp } from '../story/people.ts';
import { storyTeller } from '../story/steps.ts';

/** An event, as much of it as matters here. */
interface Told {
  readonly __typename: string;
  readonly message?: { readonly content: string; readonly replyTo: { readonly content: string } | null };
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

/** The texts of events: of the message, and of the one that it answers. */
export const tellingOf = (events: readonly Told[]) => events.map(({ message }) => [message?.content, message?.replyTo?.content]);

/**
 * What somebody is told who follows a channel from before a message that was edited and one that was deleted, each answered before,
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
  const say = async (content: string, answers: { readonly replyToId?: string } = {}) =>
    (await send(ada, { channelId, nonce: randomUUID(), content, ...answers })).message.id;
  await say('hello');
  const edited = await say('first secret');
  const deleted = await say('second secret');
  await say('and I say', { replyToId: edited });
  await say('or not', { replyToId: deleted });
  expect(tellingOf(await take(early, 5))).toEqual([
    ['hello', undefined],
    ['first secret', undefined],
    ['second secret', undefined],
    ['and I say', 'first secret'],
    ['or not', 'second secret'],
  ]);
  await ada.app.data('EditMessage', { input: { messageId: edited, content: 'harmless' } });
  await ada.app.data('DeleteMessage', { input: { messageId: deleted } });
  await take(early, 2);

  const late = await take(ben.app.follow('ChannelEvents', following), 7);
  await Promise.all([ada.app.close(), ben.app.close()]);
  return late;
}
