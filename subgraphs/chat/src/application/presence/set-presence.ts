import { err, ok, type Result } from '@veza/kernel';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import { cleanText } from '../../domain/message/text.ts';
import { type ChosenPresence, DEFAULT_CHOICE, type PresenceMode } from '../../domain/presence.ts';
import type { ActivityBus, Devices, PresenceChoiceReader } from '../ports/presence.ts';
import type { ChatUnitOfWork } from '../ports/repositories.ts';
import type { RateTaker } from '../rates.ts';
import type { ShowPresence } from './show-presence.ts';

interface Dependencies {
  readonly choices: PresenceChoiceReader;
  readonly devices: Devices;
  readonly show: ShowPresence;
  readonly activity: ActivityBus;
  readonly unitOfWork: ChatUnitOfWork;
  readonly takeRate: RateTaker;
  readonly limits: ChatLimits;
}

/** How somebody wants to be seen. */
export interface SetPresenceCommand {
  readonly userId: UserId;
  /** Which of their devices says so. */
  readonly deviceId: string;
  readonly presence: ChosenPresence | 'OFFLINE';
  /** Undefined = as it is, null = none. */
  readonly statusText: string | null | undefined;
}

/**
 * ONLINE and IDLE are what one device says of itself; DO_NOT_DISTURB and INVISIBLE hold for the person, until one of the others is chosen.
 * What others see is told to them where it changed. Fails with INVALID, RATE_LIMITED.
 */
export function setPresence({ choices, devices, show, activity, unitOfWork, takeRate, limits }: Dependencies) {
  const change = async ({ userId, deviceId, presence }: SetPresenceCommand, statusText: string | null): Promise<void> => {
    await unitOfWork(async (repositories): Promise<Result<null, ChatFailure>> => {
      await repositories.presence.set(userId, { mode: modeOf(presence), statusText });
      return ok(null);
    });
    if (presence === 'ONLINE' || presence === 'IDLE') await devices.say(userId, deviceId, presence);
  };

  return async (command: SetPresenceCommand): Promise<Result<null, ChatFailure>> => {
    const { userId, presence } = command;
    if (presence === 'OFFLINE') return err(invalid('who is not to be seen is invisible', 'presence'));
    const given = cleanText(command.statusText, limits.statusLength);
    if (given === undefined) return err(invalid(`a status has at most ${limits.statusLength} characters`, 'statusText'));
    const limited = await takeRate('change', userId);
    if (limited) return err(limited);

    const [chosen, [before]] = await Promise.all([choices.find([userId]), show([userId])]);
    const statusText = command.statusText === undefined ? (chosen.get(userId) ?? DEFAULT_CHOICE).statusText : given;
    await change(command, statusText);
    const [after] = await show([userId]);
    if (after && after.presence !== before?.presence) activity.publishPresence(userId, after.presence);
    return ok(null);
  };
}

function modeOf(presence: SetPresenceCommand['presence']): PresenceMode {
  return presence === 'DO_NOT_DISTURB' || presence === 'INVISIBLE' ? presence : 'AUTOMATIC';
}
