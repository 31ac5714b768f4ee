import type { UserId } from '../../domain/community.ts';
import { DEFAULT_CHOICE, type DeviceWords, type PresenceChoice, type ShownPresence, shownPresence } from '../../domain/presence.ts';
import type { Devices, PresenceChoiceReader } from '../ports/presence.ts';

interface Dependencies {
  readonly choices: PresenceChoiceReader;
  readonly devices: Devices;
}

/** What others see of one person. */
export interface Shown {
  readonly presence: ShownPresence;
  /** Null also for whoever is not to be seen. */
  readonly statusText: string | null;
}

const SILENT: DeviceWords = { isActive: false, isIdle: false };

export type ShowPresence = ReturnType<typeof showPresence>;

/** What others see of these people, in the order asked. One statement and one look at who is connected, whatever their number. */
export function showPresence({ choices, devices }: Dependencies) {
  const seen = async (userId: UserId, { mode, statusText }: PresenceChoice, isConnected: boolean): Promise<Shown> => {
    const words = isConnected && mode === 'AUTOMATIC' ? await devices.words(userId) : SILENT;
    return { presence: shownPresence(mode, isConnected, words), statusText: mode === 'INVISIBLE' ? null : statusText };
  };

  return async (userIds: readonly UserId[]): Promise<readonly Shown[]> => {
    const [chosen, connected] = await Promise.all([choices.find(userIds), devices.connected(userIds)]);
    return Promise.all(userIds.map((userId) => seen(userId, chosen.get(userId) ?? DEFAULT_CHOICE, connected.has(userId))));
  };
}
