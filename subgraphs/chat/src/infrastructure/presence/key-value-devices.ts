import type { Clock } from '@veza/kernel';
import type { KeyValue } from '@veza/key-value';
import type { Log } from '@veza/telemetry';
import type { Devices, TypingGate } from '../../application/ports/presence.ts';
import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';

/** Milliseconds for which a sign of life counts. */
const CONNECTED_MS = 75_000;
/** Milliseconds after which somebody without a connection has gone. */
const GRACE_MS = 30_000;
/** Milliseconds for which a device that said so is taken to be in use, or not in use. */
const WORD_MS = { ONLINE: 600_000, IDLE: 86_400_000 } as const;
/** Milliseconds for which typing is not told again. */
const TYPING_MS = 8_000;
const SECOND_MS = 1_000;

interface Dependencies {
  readonly keyValue: KeyValue;
  readonly clock: Clock;
  readonly log: Log;
}

const connectedKey = (userId: UserId) => `veza:chat:connected:${userId}`;
const wordsKey = (userId: UserId, word: 'ONLINE' | 'IDLE') => `veza:chat:devices:${word}:${userId}`;
const typingKey = (channelId: ChannelId, userId: UserId) => `veza:chat:typing:${channelId}:${userId}`;

/** Does without the store where it cannot be reached: presence is worth no failure. */
function orElse<T>(log: Log, work: Promise<T>, otherwise: T): Promise<T> {
  return work.catch((error: unknown) => {
    log.warn('chat.presence-unavailable', { error });
    return otherwise;
  });
}

/** Connections and devices in the key-value store; without it nobody is there. */
export function keyValueDevices({ keyValue, clock, log }: Dependencies): Devices {
  const saysSo = async (userId: UserId, word: 'ONLINE' | 'IDLE'): Promise<boolean> => {
    const range = { min: clock().getTime(), max: Number.MAX_SAFE_INTEGER, limit: 1, order: 'desc' } as const;
    return (await keyValue.scoreRange(wordsKey(userId, word), range)).length > 0;
  };

  return {
    async connect(userId) {
      const renew = async () => {
        if (await keyValue.set(connectedKey(userId), '1', { ttlMs: CONNECTED_MS, ifAbsent: true })) return true;
        await keyValue.set(connectedKey(userId), '1', { ttlMs: CONNECTED_MS });
        return false;
      };
      return orElse(log, renew(), false);
    },

    release: (userId) => orElse(log, keyValue.set(connectedKey(userId), '1', { ttlMs: GRACE_MS }), true).then(() => undefined),

    async connected(userIds) {
      const leases = await orElse(log, keyValue.getMany(userIds.map(connectedKey)), []);
      return new Set(userIds.filter((_userId, index) => (leases[index] ?? null) !== null));
    },

    async say(userId, deviceId, word) {
      const ttlMs = WORD_MS[word];
      const other = word === 'ONLINE' ? 'IDLE' : 'ONLINE';
      const take = async () => {
        await keyValue.scoreAdd(wordsKey(userId, word), deviceId, clock().getTime() + ttlMs, ttlMs + SECOND_MS);
        await keyValue.scoreRemove(wordsKey(userId, other), deviceId);
      };
      await orElse(log, take(), undefined);
    },

    async words(userId) {
      const [isActive, isIdle] = await orElse(log, Promise.all([saysSo(userId, 'ONLINE'), saysSo(userId, 'IDLE')]), [false, false]);
      return { isActive, isIdle };
    },
  };
}

/** Typing in the key-value store; without it, it is told each time. */
export function keyValueTypingGate({ keyValue, log }: Omit<Dependencies, 'clock'>): TypingGate {
  return {
    pass: (channelId, userId) => orElse(log, keyValue.set(typingKey(channelId, userId), '1', { ttlMs: TYPING_MS, ifAbsent: true }), true),
    reset: (channelId, userId) => orElse(log, keyValue.delete(typingKey(channelId, userId)), false).then(() => undefined),
  };
}
