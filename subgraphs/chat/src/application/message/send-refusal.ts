import { can, type ChannelAccess } from '../../domain/channel-access.ts';
import { blocked, type ChatFailure, notPermitted, timedOut } from '../../domain/failure.ts';

/** Why this person may not write here: BLOCKED, TIMED_OUT, CHANNEL_LOCKED or NOT_PERMITTED; undefined when they may. @param path field of the input that is to blame */
export function sendRefusal(access: ChannelAccess, path: string): ChatFailure | undefined {
  if (can(access, 'SEND_MESSAGES')) return undefined;
  if (access.isBlocked) return blocked(path);
  const { timedOutUntil: until } = access;
  if (until) return timedOut(until, path);
  return access.channel.thread?.isLocked ? { code: 'CHANNEL_LOCKED', path: [path], message: 'This thread is locked.' } : notPermitted(path);
}
