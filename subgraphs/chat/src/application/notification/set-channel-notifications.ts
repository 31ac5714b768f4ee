import { type Clock, err, ok, type Result } from '@veza/kernel';
import { type ChannelId, hasLog } from '../../domain/channel.ts';
import { canView } from '../../domain/channel-access.ts';
import { DEFAULT_NOTIFICATIONS, type Muting, type NotificationLevel } from '../../domain/channel-notifications.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid, notFound } from '../../domain/failure.ts';
import type { AccessReader } from '../ports/access.ts';
import type { ChatUnitOfWork } from '../ports/repositories.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly unitOfWork: ChatUnitOfWork;
  readonly clock: Clock;
}

/** What is to reach somebody; what is undefined stays. */
export interface SetChannelNotificationsCommand {
  readonly userId: UserId;
  readonly channelId: ChannelId;
  readonly level: NotificationLevel | undefined;
  readonly isMuted: boolean | undefined;
  /** Mutes by itself; null alone ends the muting. */
  readonly mutedUntil: Date | null | undefined;
}

export type SetChannelNotifications = ReturnType<typeof setChannelNotifications>;

/** Keeps what of a channel reaches a person, for all their devices. Fails with NOT_FOUND, INVALID. */
export function setChannelNotifications({ access, unitOfWork, clock }: Dependencies) {
  return async (command: SetChannelNotificationsCommand): Promise<Result<ChannelId, ChatFailure>> => {
    const { userId, channelId, level } = command;
    const standing = (await access.channels(userId, [channelId])).get(channelId);
    if (!canView(standing)) return err(notFound('channelId'));
    if (!hasLog(standing.channel)) return err(invalid('a category holds no messages', 'channelId'));
    const changedAt = clock();
    const muting = mutingOf(command, changedAt);
    if (muting === 'INVALID') return err(invalid('a muting ends in the future, and not when there is none', 'mutedUntil'));
    return unitOfWork(async ({ notifications }): Promise<Result<ChannelId, ChatFailure>> => {
      const known = (await notifications.lock(userId, channelId)) ?? DEFAULT_NOTIFICATIONS;
      await notifications.save(userId, channelId, { level: level ?? known.level, muting: muting ?? known.muting, changedAt });
      return ok(channelId);
    });
  };
}

/** The muting that is asked for; undefined when none of it is said. */
function mutingOf({ isMuted, mutedUntil }: SetChannelNotificationsCommand, now: Date): Muting | 'INVALID' | undefined {
  if (mutedUntil) return isMuted === false || mutedUntil <= now ? 'INVALID' : { isMuted: true, until: mutedUntil };
  if (isMuted) return { isMuted: true, until: null };
  return isMuted === false || mutedUntil === null ? { isMuted: false } : undefined;
}
