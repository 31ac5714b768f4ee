import { err, ok, type Result } from '@veza/kernel';
import type { CommunityChannel } from '../../domain/channel.ts';
import { type ChatFailure, invalid } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import { cleanName, cleanText } from '../../domain/message/text.ts';

/** What a channel says of itself. */
export type ChannelDescription = Pick<CommunityChannel, 'name' | 'topic' | 'slowModeSeconds'>;

/** The description as it is kept. Fails with INVALID. */
export function channelDescription(given: ChannelDescription, limits: ChatLimits): Result<ChannelDescription, ChatFailure> {
  const name = cleanName(given.name, limits.nameLength);
  if (name === undefined) return err(invalid(`a name has 1 to ${limits.nameLength} characters`, 'name'));
  const topic = cleanText(given.topic, limits.topicLength);
  if (topic === undefined) return err(invalid(`a topic has at most ${limits.topicLength} characters`, 'topic'));
  const { slowModeSeconds } = given;
  if (slowModeSeconds < 0 || slowModeSeconds > limits.slowModeSeconds)
    return err(invalid(`slow mode goes from 0 to ${limits.slowModeSeconds} seconds`, 'slowModeSeconds'));
  return ok({ name, topic, slowModeSeconds });
}
