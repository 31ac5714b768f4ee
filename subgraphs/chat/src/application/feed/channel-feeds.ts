import { type ChannelEvent, rewrittenMessage, withRewritten } from '../../domain/event/channel-event.ts';
import type { ChannelId } from '../../domain/channel.ts';
import { decodeHint, hintSubject } from './channel-hint.ts';
import { type LogFeeds, logFeeds, type LogFeedsOptions } from './log-feeds.ts';

/** The feeds of the channels that have subscribers in this process. */
export type ChannelFeeds = LogFeeds<ChannelId, ChannelEvent>;

/** Feeds of channels. Text that was edited or deleted is forgotten wherever it stands in memory. */
export function channelFeeds(options: Pick<LogFeedsOptions<ChannelId, ChannelEvent>, 'log' | 'bus' | 'clock' | 'logger'>): ChannelFeeds {
  return logFeeds({ ...options, forget: forgetRewritten, hints: { subjectOf: hintSubject, decode: decodeHint } });
}

function forgetRewritten(earlier: ChannelEvent, later: ChannelEvent): ChannelEvent {
  const present = rewrittenMessage(later);
  return present ? withRewritten(earlier, present) : earlier;
}
