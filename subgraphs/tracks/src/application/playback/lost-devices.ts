import { type Id, ok, type Result } from '@veza/kernel';
import { SILENCE_MS, UNREPORTED_MS } from '../../domain/playback/device.ts';
import { afterLoss } from '../../domain/playback/playback-command.ts';
import type { PlaybackParts } from './change-playback.ts';
import type { PlaybackReader, PlaybackRepository } from './ports.ts';

/** People who are looked at in one step. */
const BATCH = 100;
const COMMAND_LIFE_MS = 24 * 3_600_000;

/**
 * Ends the part of a device that is gone, if it is the one that sounds: paused a quarter of a minute after it was last heard of, at most.
 * Answers whether it changed anything.
 */
export async function endLostDevice(playback: PlaybackRepository, userId: Id<'user'>, now: Date): Promise<boolean> {
  const before = await playback.lock(userId, now);
  if (before.deviceId === null) return false;
  const seenAt = await playback.lastSeen(before.deviceId);
  if (seenAt && (!before.isPlaying || now.getTime() - seenAt.getTime() <= SILENCE_MS)) return false;
  const heardUntil = seenAt ? new Date(seenAt.getTime() + UNREPORTED_MS) : now;
  await playback.save({ before, state: afterLoss(before, heardUntil) });
  return true;
}

/** Removes the devices of a sign-in that ended; what one of them plays is paused. Others hear of it within 5 s. */
export async function endSessionDevices(playback: PlaybackRepository, sessionId: Id<'session'>, now: Date): Promise<void> {
  const userId = await playback.removeDevicesOf(sessionId);
  if (userId !== undefined) await endLostDevice(playback, userId, now);
}

/** Pauses what silent devices seem to play, and forgets commands of yesterday. Answers how much there was to do. */
export function tidyPlayback({
  unitOfWork,
  hints,
  clock,
  reader,
}: Pick<PlaybackParts, 'unitOfWork' | 'hints' | 'clock'> & { readonly reader: PlaybackReader }) {
  return async (): Promise<number> => {
    const now = clock();
    const lost = await reader.findLost(new Date(now.getTime() - SILENCE_MS), BATCH);
    for (const userId of lost) {
      const ended = await unitOfWork(async ({ playback }): Promise<Result<boolean, never>> =>
        ok(await endLostDevice(playback, userId, now)),
      );
      if (ended.ok && ended.value) hints.publish(userId);
    }
    return lost.length + (await reader.forgetCommands(new Date(now.getTime() - COMMAND_LIFE_MS)));
  };
}
