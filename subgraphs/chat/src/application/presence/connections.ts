import type { Clock } from '@veza/kernel';
import type { UserId } from '../../domain/community.ts';
import type { ActivityBus, Devices, PresenceChoiceReader } from '../ports/presence.ts';
import type { ShowPresence } from './show-presence.ts';

interface Dependencies {
  readonly devices: Devices;
  readonly choices: PresenceChoiceReader;
  readonly activity: ActivityBus;
  readonly show: ShowPresence;
  readonly clock: Clock;
}

/** Milliseconds between two signs of life, a third of how long one counts. */
const RENEWAL_MS = 25_000;
/** Milliseconds after the last stream before somebody has gone: who comes back in between was never away. */
export const GRACE_MS = 30_000;

interface Connection {
  streams: number;
  renewAtMs: number;
}

/** Who is connected to this process. */
export interface Connections {
  /** Somebody's stream began; call the answer when it has ended. */
  hold(userId: UserId): () => void;
  /** One round: notes who came, renews who stays, and tells of who has gone. Answers how many people it was about. */
  runOnce(): Promise<number>;
}

/**
 * Whoever holds a stream of their own open is connected: noted in the next round, renewed every 25 seconds, and over 30 seconds after the last
 * one. Coming and going are told to those who look, but never of somebody who is invisible: not even that nothing has changed.
 */
export function connections({ devices, choices, activity, show, clock }: Dependencies): Connections {
  const held = new Map<UserId, Connection>();
  /** Null: let go of, which the next round notes. */
  const leaving = new Map<UserId, number | null>();

  const tell = async (userId: UserId): Promise<void> => {
    const [chosen, [shown]] = await Promise.all([choices.find([userId]), show([userId])]);
    if (shown && chosen.get(userId)?.mode !== 'INVISIBLE') activity.publishPresence(userId, shown.presence);
  };

  const renew = async (userId: UserId, connection: Connection): Promise<void> => {
    connection.renewAtMs = clock().getTime() + RENEWAL_MS;
    if (await devices.connect(userId)) await tell(userId);
  };

  const letGo = async (userId: UserId): Promise<void> => {
    leaving.set(userId, clock().getTime() + GRACE_MS);
    await devices.release(userId);
  };

  /** Another process may hold them still. */
  const depart = async (userId: UserId): Promise<void> => {
    leaving.delete(userId);
    if (!(await devices.connected([userId])).has(userId)) await tell(userId);
  };

  const end = (userId: UserId, connection: Connection): void => {
    connection.streams -= 1;
    if (connection.streams > 0) return;
    held.delete(userId);
    leaving.set(userId, null);
  };

  return {
    hold(userId) {
      const connection = held.get(userId) ?? { streams: 0, renewAtMs: 0 };
      connection.streams += 1;
      held.set(userId, connection);
      leaving.delete(userId);
      let isHeld = true;
      return () => {
        if (isHeld) end(userId, connection);
        isHeld = false;
      };
    },

    async runOnce() {
      const now = clock().getTime();
      const renewed = Array.from(held).filter(([, { renewAtMs }]) => renewAtMs <= now);
      const left = Array.from(leaving).filter(([, goneAtMs]) => goneAtMs === null || goneAtMs <= now);
      await Promise.all([
        ...renewed.map(([userId, connection]) => renew(userId, connection)),
        ...left.map(([userId, goneAtMs]) => (goneAtMs === null ? letGo(userId) : depart(userId))),
      ]);
      return renewed.length + left.length;
    },
  };
}
